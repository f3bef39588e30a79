import type { TaskRunStatus } from '../runState'

/**
 * What happened in a run and when. All times are milliseconds of its active time: they count from its start, and the
 * stretches in which nobody worked on it (between its end or death and the next resume or retry) are left out.
 */
export interface Timeline {
  readonly runId: string
  /** Absolute path of the tasks document. */
  readonly file: string
  /** Working folder of the executors, where the commits are. */
  readonly root: string
  readonly executor: string
  /** ISO 8601. */
  readonly startedAt: string
  /** The start, in milliseconds since the epoch, moved on by all that is left out. */
  readonly origin: number
  /** Time of the newest event. */
  readonly last: number
  /** null while the run goes on, or when its runner died. */
  readonly endedAt: number | null
  readonly outcome: 'success' | 'failed' | 'cancelled' | null
  readonly reason: string | null
  /** One for each task, in index order. */
  readonly lanes: readonly Lane[]
  readonly holds: readonly Hold[]
  readonly breaks: readonly Break[]
  /** How many executors may run at once, from when on. */
  readonly limits: readonly Limit[]
  /** Number of the last event folded in. */
  readonly seq: number
}

/** A stretch of time; `to` is null while it lasts. */
export interface Span {
  readonly from: number
  readonly to: number | null
}

/** A task of the run. */
export interface Lane {
  readonly index: number
  readonly id: string | null
  readonly title: string
  readonly status: TaskRunStatus
  /** When it was its turn but no executor was free, or starts were held. */
  readonly waits: readonly Span[]
  /** Its attempts, oldest first. */
  readonly bars: readonly Bar[]
  readonly tickedAt: number | null
  readonly commit: { readonly sha: string; readonly at: number; readonly files: number } | null
}

/** One attempt. */
export interface Bar extends Span {
  readonly attempt: number
  readonly status: Exclude<TaskRunStatus, 'queued'>
  /** When its Verify command began, or null. */
  readonly verifyFrom: number | null
  /** Why it did not succeed, or null. */
  readonly reason: string | null
  /** File name in the folder of the run. */
  readonly log: string
}

/** No executor was started: a rate limit, or a refused login. */
export interface Hold extends Span {
  readonly reason: string
}

/** Somebody went on with the run here, `leftOutMs` after it had ended or died. */
export interface Break {
  readonly at: number
  readonly leftOutMs: number
  readonly mode: 'resume' | 'retry'
}

/** From `at` on, so many executors may run at once. */
export interface Limit {
  readonly at: number
  readonly value: number
}
