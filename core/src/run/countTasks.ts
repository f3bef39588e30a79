import type { TaskRunStatus } from './runState'

/** Counts of a run's tasks by what became of them, for lenses, the status bar and the console. */
export interface RunCounts {
  readonly total: number
  readonly done: number
  /** Judged and found wanting, or out of time. */
  readonly failed: number
  /** Stopped by a person, or never started because of that. */
  readonly cancelled: number
  /** Cut short by the end of their runner: nobody has judged them. */
  readonly interrupted: number
  readonly running: number
  readonly queued: number
}

/** Counts tasks of a run by their status. */
export function countTasks(tasks: Iterable<{ readonly status: TaskRunStatus }>): RunCounts {
  const counts = { total: 0, done: 0, failed: 0, cancelled: 0, interrupted: 0, running: 0, queued: 0 }
  for (const { status } of tasks) {
    counts.total++
    counts[bucketOf(status)]++
  }
  return counts
}

function bucketOf(status: TaskRunStatus): Exclude<keyof RunCounts, 'total'> {
  switch (status) {
    case 'success':
      return 'done'
    case 'failed':
    case 'timed-out':
      return 'failed'
    case 'cancelled':
    case 'interrupted':
    case 'queued':
      return status
    case 'starting':
    case 'running':
    case 'verifying':
      return 'running'
  }
}
