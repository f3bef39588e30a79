import type { PlannedTask, RunOptions } from '../generated/journalEvent'
import type { Verdict } from './event'

/** Where a task of a run stands. `queued` has not started yet. */
export type TaskRunStatus = 'queued' | 'starting' | 'running' | 'verifying' | Verdict

/** One process of one task. Times are ISO 8601. */
export interface AttemptState {
  readonly attempt: number
  readonly startedAt: string
  readonly endedAt: string | null
  readonly pid: number | null
  readonly pidStart: string | null
  readonly verifyPid: number | null
  readonly verifyPidStart: string | null
  /** File name in the folder of the run. */
  readonly log: string
  readonly progressFile: string
  readonly worktree: string | null
  readonly command: readonly string[]
  readonly exitCode: number | null
  readonly signal: string | null
  readonly verdict: Verdict | null
  readonly cause: string | null
  readonly reason: string | null
  readonly durationMs: number | null
  readonly counts: boolean
  readonly changedFiles: readonly string[] | null
}

/** A task of a run as it stands. */
export interface TaskRunState extends PlannedTask {
  readonly status: TaskRunStatus
  readonly attempts: readonly AttemptState[]
  readonly merged: boolean
  readonly ticked: boolean
  /** Why the box could not be ticked for sure, or null. */
  readonly tickRefused: string | null
  readonly commit: string | null
  /** Why there is no commit, or null. */
  readonly commitSkipped: string | null
  readonly cancelRequested: boolean
}

/** A batch of a run as it stands. Times are ISO 8601; `endedAt` is null while it goes on. */
export interface BatchState {
  readonly number: number
  readonly startIndex: number
  readonly endIndex: number
  readonly parallel: boolean
  readonly indices: readonly number[]
  readonly phase: 'running' | 'finishing' | 'ended'
  readonly startedAt: string
  readonly endedAt: string | null
}

/** A warning of the run. `index` is the task it is about, or null. */
export interface RunWarning {
  readonly at: string
  readonly code: string
  readonly message: string
  readonly index: number | null
}

/** Everything the views show of a run: a fold over its journal and nothing else. */
export interface RunState {
  readonly runId: string
  readonly file: string
  readonly root: string
  readonly dialect: string
  readonly executor: string
  readonly options: RunOptions
  readonly version: string
  readonly pid: number
  readonly pidStart: string
  readonly host: string
  readonly socket: string | null
  readonly startedAt: string
  readonly endedAt: string | null
  /** null while the run goes on, or when its runner died. */
  readonly outcome: 'success' | 'failed' | 'cancelled' | null
  readonly reason: string | null
  readonly next: string | null
  readonly specComplete: boolean
  readonly batches: readonly BatchState[]
  /** By task index; each task once, with all its attempts. */
  readonly tasks: ReadonlyMap<number, TaskRunState>
  readonly held: { readonly reason: string; readonly until: string | null } | null
  readonly cancelRequested: boolean
  readonly maxConcurrent: number
  readonly warnings: readonly RunWarning[]
  /** Number of the last event folded in. */
  readonly seq: number
}
