import type { ShownStatus } from '../specs/taskStatus'
import { isBad, isRunning } from '../specs/taskStatus'

/** Which tasks the tree shows. */
export type TreeFilter = 'all' | 'open' | 'failed' | 'running'

/** Whether a task with this status is shown. What waits for a place counts as running; what was stopped, as failed. */
export function passes(filter: TreeFilter, status: ShownStatus): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'open':
      return status !== 'done'
    case 'failed':
      return isBad(status) || status === 'cancelled'
    case 'running':
      return isRunning(status) || status === 'queued'
  }
}

/** Reads a filter that was remembered; `all` for anything else. */
export function asFilter(value: unknown): TreeFilter {
  return value === 'open' || value === 'failed' || value === 'running' ? value : 'all'
}
