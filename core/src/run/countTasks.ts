import type { RunState, TaskRunStatus } from './runState'

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

/** Counts the tasks of the given indices (all of the run's when left out). */
export function countTasks(state: RunState, indices: Iterable<number> = state.tasks.keys()): RunCounts {
  const counts = { total: 0, done: 0, failed: 0, cancelled: 0, interrupted: 0, running: 0, queued: 0 }
  for (const index of indices) {
    const task = state.tasks.get(index)
    if (task === undefined) continue
    counts.total++
    counts[bucketOf(task.status)]++
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
