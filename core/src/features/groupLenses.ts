import type { Task } from '../document/tasksDocument'
import { openTasks, type Group } from '../plan/plan'
import { countTasks } from '../run/countTasks'
import { taskName } from '../rules/taskName'
import { call } from '../wire/commands'
import { blockedBy } from './blocked'
import { failureLenses } from './failureLenses'
import type { Lens, LensContext } from './lens'
import { liveLenses } from './liveLenses'

/**
 * The lenses of a parallel group, on its first task: how to run it; its live counts; what failed and what to do
 * about it; or why it cannot run. None for a task on its own, nor for a group that is all done.
 */
export function groupLenses(context: LensContext, group: Group): readonly Lens[] {
  const { document, run } = context
  const first = document.tasks[group.startIndex]
  if (!group.isParallel || first === undefined) return []
  const range = first.titleRange
  const runTasks = group.taskIndices.flatMap((index) => run?.tasks.get(index) ?? [])
  if (run?.live === true && runTasks.length > 0) return liveLenses(context, range, countTasks(runTasks))

  const open = openTasks(document, group)
  if (open.length === 0) return []
  const failures = failureLenses(context, range, open)
  const untried = open.filter((task) => !failures.tasks.has(task.index))
  return untried.length === 0 ? failures.lenses : [...failures.lenses, ...startLenses(context, group, open)]
}

function startLenses(
  { uri, document, obstacles, run, texts }: LensContext,
  group: Group,
  open: readonly Task[],
): readonly Lens[] {
  const first = document.tasks[group.startIndex]
  const [only] = open
  if (first === undefined || only === undefined) return []
  const range = first.titleRange
  const size = group.taskIndices.length
  const count = open.length === size ? `${size}` : texts.someOf(open.length, size)
  const explain = call('parallelTasks.explainBlocked', uri, group.startIndex)
  if (run?.live === true) return [{ range, title: texts.groupWaits(count), call: explain }]

  const start = call('parallelTasks.runGroup', uri, group.startIndex)
  const blocked = blockedBy(document, group, obstacles)
  const inSequence: Lens = {
    range,
    title: texts.runInSequence(),
    call: call('parallelTasks.runGroupInSequence', uri, group.startIndex),
  }
  if (blocked !== undefined) {
    const why: Lens = { range, title: texts.groupCannotRun(count, blocked.reason), call: explain }
    if (blocked.code === 'unsafe-path') return [why]
    return blocked.canBeOverruled
      ? [why, inSequence, { range, title: texts.runAnyway(), call: start }]
      : [why, inSequence]
  }
  if (open.length === 1) return [{ range, title: `▶ ${texts.runOnlyOne(taskName(only), size)}`, call: start }]
  return [{ range, title: `▶ ${texts.runGroup(count)}`, call: start }, inSequence]
}
