import type { Task } from '../../document/tasksDocument'
import type { Problem } from '../../rules/problem'
import type { FixContext } from './fix'

/** The task that a problem's data names by index under a key, or undefined. */
export function taskOf({ document }: FixContext, problem: Problem, key = 'task'): Task | undefined {
  const index = problem.data?.[key]
  return typeof index === 'number' ? document.tasks[index] : undefined
}
