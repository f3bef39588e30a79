import type { FixMaker } from './fix'
import { sequentialFix } from './sequential'
import { splitFix } from './splitGroup'

/** The later task becomes sequential, or a group of its own begins with it. */
export const fixFileOverlap: FixMaker = (context, problem) => {
  const indices: unknown = problem.data?.['tasks']
  const later: unknown = Array.isArray(indices) ? indices[1] : undefined
  const task = typeof later === 'number' ? context.document.tasks[later] : undefined
  return task === undefined ? [] : [...sequentialFix(context, task), ...splitFix(context, task)]
}
