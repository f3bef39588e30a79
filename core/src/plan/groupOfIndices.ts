import type { Group } from './plan'

/** A group of these tasks; two or more may run side by side. */
export function groupOfIndices(taskIndices: readonly number[]): Group {
  return {
    startIndex: Math.min(...taskIndices),
    endIndex: Math.max(...taskIndices),
    taskIndices,
    isParallel: taskIndices.length > 1,
  }
}
