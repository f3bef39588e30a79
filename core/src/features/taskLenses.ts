import { isRunnable, type Group } from '../plan/plan'
import { countTasks } from '../run/countTasks'
import { call } from '../wire/commands'
import { blockedBy } from './blocked'
import { failureLenses } from './failureLenses'
import type { Lens, LensContext } from './lens'
import { liveLenses } from './liveLenses'

/** The lenses of one task: `Run task` while it is open, its live state while it runs, its failure or its commit after. */
export function taskLenses(context: LensContext, group: Group, index: number): readonly Lens[] {
  const { uri, document, obstacles, run, texts } = context
  const task = document.tasks[index]
  if (task === undefined || task.container) return []
  const range = task.titleRange
  const runTask = run?.tasks.get(index)

  if (run?.live === true) {
    if (runTask === undefined) return []
    const counts = countTasks([runTask])
    if (!group.isParallel) return counts.done === 1 ? [] : liveLenses(context, range, counts)
    if (counts.running === 0) return []
    return [
      { range, title: texts.stopTask(), call: call('parallelTasks.stopTask', uri, index) },
      { range, title: texts.showLog(), call: call('parallelTasks.openLog', uri, index) },
    ]
  }
  if (!isRunnable(task))
    return runTask?.commit && task.state === 'done'
      ? [{ range, title: texts.showDiff(), call: call('parallelTasks.showTaskDiff', uri, index) }]
      : []
  const failures = group.isParallel ? [] : failureLenses(context, range, [task]).lenses
  if (failures.length > 0) return failures
  const blocked = blockedBy(document, { ...group, taskIndices: [index], isParallel: false }, obstacles)
  return blocked === undefined
    ? [{ range, title: texts.runTask(), call: call('parallelTasks.runTask', uri, index) }]
    : [
        {
          range,
          title: texts.cannotRun(blocked.reason),
          call: call('parallelTasks.explainBlocked', uri, group.startIndex),
        },
      ]
}
