import type { Task } from '../../document/tasksDocument'
import { namedBatches } from '../../rules/malformedMarker'
import type { TextEdit } from '../../text/position'
import type { Fix, FixContext } from './fix'
import { headingBetween } from './splitGroup'

/**
 * Writes `[P]` for all tasks of the named batch that begins with a task. A heading keeps it apart from a parallel
 * neighbour of another batch; none where the settings say that a heading ends no group.
 */
export function batchFix(context: FixContext, firstTask: unknown): readonly Fix[] {
  const { document, breakAt } = context
  const batch = namedBatches({ document }).find(([finding]) => finding?.task === firstTask) ?? []
  const tasks = batch.flatMap(({ task }) => document.tasks[task ?? -1] ?? [])
  const [first, last] = [tasks[0], tasks.at(-1)]
  if (first === undefined || last === undefined) return []
  const apart = [...keptApart(context, first.index - 1), ...keptApart(context, last.index)]
  if (apart.length > 0 && breakAt !== 'heading') return []
  return [
    {
      title: `Write [P] for the ${tasks.length} tasks of ${batch[0]?.text}`,
      edits: [...apart, ...batch.map(({ range }) => ({ range, newText: '[P]' }))],
    },
  ]
}

/** The heading that the task of an index and the one behind it need between them when both become parallel. */
function keptApart(context: FixContext, index: number): readonly TextEdit[] {
  const { barriers, tasks } = context.document
  const pair: readonly (Task | undefined)[] = [tasks[index], tasks[index + 1]]
  const [before, after] = pair
  if (before === undefined || after === undefined || !pair.some((task) => task?.parallel)) return []
  const isApart = barriers.some(({ line }) => before.line < line && line < after.line)
  return isApart ? [] : [headingBetween(context, before, after)]
}
