import type { Task } from '../../document/tasksDocument'
import { markerOf } from '../../rules/places'
import { taskName } from '../../rules/taskName'
import type { Fix, FixMaker } from './fix'
import { taskOf } from './taskOf'

/** Makes the task that a problem is about sequential: writes `[SEQUENTIAL]` where its `[P]` stands. */
export const makeSequential: FixMaker = (context, problem) => sequentialFix(taskOf(context, problem))

/** Writes `[SEQUENTIAL]` instead of a task's `[P]`; none when it has no `[P]`. */
export function sequentialFix(task: Task | undefined): readonly Fix[] {
  const marker = task && markerOf(task, 'P')
  if (task === undefined || marker === undefined) return []
  return [{ title: `Mark ${taskName(task)} [SEQUENTIAL]`, edits: [{ range: marker.range, newText: '[SEQUENTIAL]' }] }]
}
