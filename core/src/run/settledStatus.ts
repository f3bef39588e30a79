import { isActive } from './fold'
import type { TaskRunStatus } from './runState'

/** The status of a task as it is to be shown: what was under way when the run's runner died was interrupted. */
export function settledStatus(status: TaskRunStatus, isLive: boolean): TaskRunStatus {
  return isActive(status) && !isLive ? 'interrupted' : status
}
