import type { Task } from '../../document/tasksDocument'
import { markerOf } from '../../rules/places'
import { taskName } from '../../rules/taskName'
import type { Fix, FixContext, FixMaker } from './fix'
import { leftAlone, partsAround } from './leftAlone'
import { taskOf } from './taskOf'

/** Makes the task that a problem is about sequential: writes `[SEQUENTIAL]` where its `[P]` stands. */
export const makeSequential: FixMaker = (context, problem) => sequentialFix(context, taskOf(context, problem))

/** Writes `[SEQUENTIAL]` instead of a task's `[P]`; none when it has no `[P]`. */
export function sequentialFix(context: FixContext, task: Task | undefined): readonly Fix[] {
  const marker = task && markerOf(task, 'P')
  if (task === undefined || marker === undefined) return []
  const rest = leftAlone(context, partsAround(context, task))
  return [
    {
      title: `Mark ${taskName(task)} [SEQUENTIAL]${rest.words}`,
      edits: [{ range: marker.range, newText: '[SEQUENTIAL]' }, ...rest.edits],
    },
  ]
}
