import type { FixMaker } from './fix'
import { splitFix } from './splitGroup'
import { taskOf } from './taskOf'

/** The group ends where it has as many tasks as it may have. */
export const fixGroupTooLarge: FixMaker = (context, problem) => {
  const task = taskOf(context, problem, 'splitAt')
  return task === undefined ? [] : splitFix(context, task)
}
