import type { Task } from '../document/tasksDocument'
import { openTasks, type Group } from '../plan/plan'
import { taskName } from '../rules/taskName'
import { call } from '../wire/commands'
import { blockedBy } from './blocked'
import { failureLenses } from './failureLenses'
import type { Lens, LensContext } from './lens'
import { liveLenses } from './liveLenses'
import { tally } from './runView'

/**
 * The lenses of a parallel group, on its first task: how to run it; its live counts; what failed and what to do
 * about it; or why it cannot run. None for a task on its own, nor for a group that is all done.
 */
export function groupLenses(context: LensContext, group: Group): readonly Lens[] {
  const { uri, document, run } = context
  const first = document.tasks[group.startIndex]
  if (!group.isParallel || first === undefined) return []
  const range = first.titleRange
  const runTasks = group.taskIndices.flatMap((index) => run?.tasks.get(index) ?? [])
  if (run?.live === true && runTasks.length > 0) return liveLenses(uri, range, tally(runTasks))

  const open = openTasks(document, group)
  if (open.length === 0) return []
  const failures = failureLenses(context, range, open)
  const untried = open.filter((task) => !failures.tasks.has(task.index))
  return untried.length === 0 ? failures.lenses : [...failures.lenses, ...startLenses(context, group, open)]
}

function startLenses(
  { uri, document, obstacles, run }: LensContext,
  group: Group,
  open: readonly Task[],
): readonly Lens[] {
  const first = document.tasks[group.startIndex]
  const [only] = open
  if (first === undefined || only === undefined) return []
  const range = first.titleRange
  const size = group.taskIndices.length
  const count = open.length === size ? `${size}` : `${open.length} of ${size}`
  const explain = call('parallelTasks.explainBlocked', uri, group.startIndex)
  if (run?.live === true)
    return [{ range, title: `Parallel group (${count}) waits: another run is going on`, call: explain }]

  const start = call('parallelTasks.runGroup', uri, group.startIndex)
  const blocked = blockedBy(document, group, obstacles)
  const inSequence: Lens = {
    range,
    title: 'Run in sequence',
    call: call('parallelTasks.runGroupInSequence', uri, group.startIndex),
  }
  if (blocked !== undefined) {
    const why: Lens = { range, title: `Parallel group (${count}) cannot run: ${blocked.reason}`, call: explain }
    if (blocked.code === 'unsafe-path') return [why]
    return blocked.canBeOverruled ? [why, inSequence, { range, title: 'Run anyway', call: start }] : [why, inSequence]
  }
  if (open.length === 1)
    return [{ range, title: `▶ Run ${taskName(only)} in sequence (the one open task of ${size})`, call: start }]
  return [{ range, title: `▶ Run parallel group (${count})`, call: start }, inSequence]
}
