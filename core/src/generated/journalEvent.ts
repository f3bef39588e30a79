/* Generated from schemas/journal-event.schema.json by `npm run generate`. Do not edit. */

/**
 * One line of runs/<runId>/events.ndjson, and of run --json. Every line of a journal carries a checksum in `sum`.
 */
export type JournalEvent =
  | RunStartedEvent
  | RunResumedEvent
  | BatchStartedEvent
  | AttemptStartingEvent
  | AttemptStartedEvent
  | AttemptExitedEvent
  | VerifyStartedEvent
  | VerifyEndedEvent
  | AttemptEndedEvent
  | StartsHeldEvent
  | StartsReleasedEvent
  | FinishStartedEvent
  | ProgressMergedEvent
  | TaskTickedEvent
  | TickRefusedEvent
  | TaskCommittedEvent
  | CommitSkippedEvent
  | BatchEndedEvent
  | ConcurrencyChangedEvent
  | CancelRequestedEvent
  | WarningEvent
  | RunEndedEvent

/**
 * A run began. First line of every journal.
 */
export interface RunStartedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'runStarted'
  /**
   * Absolute path of the tasks document.
   */
  file: string
  /**
   * Working folder of the executors: the git root, else the caller's folder.
   */
  root: string
  dialect: string
  /**
   * Name of the executor.
   */
  executor: string
  options: RunOptions
  /**
   * Version of this program.
   */
  version: string
  pid: number
  /**
   * Start time of that process as the system tells it; tells a reused pid apart.
   */
  pidStart: string
  host: string
  /**
   * Path of the control socket, null when there is none.
   */
  socket: string | null
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * The options the run was started with.
 */
export interface RunOptions {
  /**
   * Which tasks.
   */
  scope: 'next' | 'group' | 'tasks' | 'phase' | 'all'
  /**
   * The tasks asked for by scope group, tasks or phase.
   */
  indices: number[]
  executor: string
  maxConcurrent: number
  /**
   * 0 is off.
   */
  taskTimeoutMs: number
  /**
   * 0 is off.
   */
  idleTimeoutMs: number
  isolation: 'shared' | 'worktree'
  commit: boolean
  verify: boolean
  retries: number
  breakAt: 'heading' | 'phase' | 'never'
  /**
   * Path of the --config file.
   */
  config: string | null
}
/**
 * Another process goes on with the run: after a crash (resume), or to try failed tasks again (retry).
 */
export interface RunResumedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'runResumed'
  mode: 'resume' | 'retry'
  options: RunOptions1
  pid: number
  pidStart: string
  host: string
  socket: string | null
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * What a run was asked to do.
 */
export interface RunOptions1 {
  /**
   * Which tasks.
   */
  scope: 'next' | 'group' | 'tasks' | 'phase' | 'all'
  /**
   * The tasks asked for by scope group, tasks or phase.
   */
  indices: number[]
  executor: string
  maxConcurrent: number
  /**
   * 0 is off.
   */
  taskTimeoutMs: number
  /**
   * 0 is off.
   */
  idleTimeoutMs: number
  isolation: 'shared' | 'worktree'
  commit: boolean
  verify: boolean
  retries: number
  breakAt: 'heading' | 'phase' | 'never'
  /**
   * Path of the --config file.
   */
  config: string | null
}
/**
 * A batch began.
 */
export interface BatchStartedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'batchStarted'
  /**
   * Number of the batch in this run, from 0.
   */
  batch: number
  startIndex: number
  endIndex: number
  /**
   * Two or more open tasks; each writes a progress file of its own.
   */
  parallel: boolean
  tasks: PlannedTask[]
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
export interface PlannedTask {
  index: number
  id: string | null
  title: string
  /**
   * 0-based line of its box when the batch began.
   */
  line: number
}
/**
 * Written before the process is made.
 */
export interface AttemptStartingEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'attemptStarting'
  /**
   * The task's 0-based index.
   */
  index: number
  /**
   * From 1.
   */
  attempt: number
  /**
   * File name of the log, in the folder of the run.
   */
  log: string
  /**
   * File name of the progress file, in the spec folder.
   */
  progressFile: string
  /**
   * Program and arguments as shown to people.
   */
  command: string[]
  /**
   * Folder of the worktree, null when isolation is shared.
   */
  worktree: string | null
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * The process runs.
 */
export interface AttemptStartedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'attemptStarted'
  /**
   * The task's 0-based index.
   */
  index: number
  /**
   * From 1.
   */
  attempt: number
  pid: number
  pidStart: string
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * The process is gone.
 */
export interface AttemptExitedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'attemptExited'
  /**
   * The task's 0-based index.
   */
  index: number
  /**
   * From 1.
   */
  attempt: number
  code: number | null
  signal: string | null
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * The Verify command runs.
 */
export interface VerifyStartedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'verifyStarted'
  /**
   * The task's 0-based index.
   */
  index: number
  /**
   * From 1.
   */
  attempt: number
  command: string
  pid: number
  pidStart: string
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * The Verify command is gone.
 */
export interface VerifyEndedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'verifyEnded'
  /**
   * The task's 0-based index.
   */
  index: number
  /**
   * From 1.
   */
  attempt: number
  command: string
  code: number | null
  signal: string | null
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * The verdict on an attempt.
 */
export interface AttemptEndedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'attemptEnded'
  /**
   * The task's 0-based index.
   */
  index: number
  /**
   * From 1.
   */
  attempt: number
  verdict: 'success' | 'failed' | 'cancelled' | 'timed-out' | 'interrupted'
  /**
   * Stable code of the reason, e.g. exit-code, no-marker, contradiction, verify-failed, rate-limit; null on success.
   */
  cause: string | null
  /**
   * One sentence for people; null on success.
   */
  reason: string | null
  durationMs: number
  /**
   * False when it uses up no try: rate limit, interruption, cancel.
   */
  counts: boolean
  /**
   * What the attempt itself changed, relative to the root, where that can be told.
   */
  changedFiles: string[] | null
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * No new executor starts until further notice: rate limit or refused login.
 */
export interface StartsHeldEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'startsHeld'
  reason: string
  /**
   * ISO 8601 time, or null when unknown.
   */
  until: string | null
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * Executors start again.
 */
export interface StartsReleasedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'startsReleased'
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * All attempts of the batch have ended; merge, ticks and commits follow.
 */
export interface FinishStartedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'finishStarted'
  batch: number
  succeeded: number[]
  failed: number[]
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * Progress files were merged into .progress.md.
 */
export interface ProgressMergedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'progressMerged'
  batch: number
  indices: number[]
  skipped: number[]
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * A box was ticked.
 */
export interface TaskTickedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'taskTicked'
  /**
   * The task's 0-based index.
   */
  index: number
  via: 'file' | 'editor' | 'already'
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * The task could not be found again for sure; its result waits for the user.
 */
export interface TickRefusedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'tickRefused'
  /**
   * The task's 0-based index.
   */
  index: number
  reason: string
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * A commit was made.
 */
export interface TaskCommittedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'taskCommitted'
  /**
   * The task's 0-based index.
   */
  index: number
  sha: string
  files: string[]
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * No commit for this task.
 */
export interface CommitSkippedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'commitSkipped'
  /**
   * The task's 0-based index.
   */
  index: number
  reason: string
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * The batch is complete and recorded.
 */
export interface BatchEndedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'batchEnded'
  batch: number
  succeeded: number[]
  failed: number[]
  cancelled: number[]
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * The limit of parallel executors was changed.
 */
export interface ConcurrencyChangedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'concurrencyChanged'
  maxConcurrent: number
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * Somebody asked to stop.
 */
export interface CancelRequestedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'cancelRequested'
  /**
   * The task, or null for the whole run.
   */
  index: number | null
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * Something to know that stops nothing.
 */
export interface WarningEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'warning'
  /**
   * Stable kebab-case code.
   */
  code: string
  message: string
  index: number | null
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
/**
 * Last line of a run that ended in order.
 */
export interface RunEndedEvent {
  /**
   * Version of this format.
   */
  v: 1
  /**
   * Line number from 0, without gaps.
   */
  seq: number
  /**
   * ISO 8601 time.
   */
  at: string
  runId: string
  kind: 'runEnded'
  outcome: 'success' | 'failed' | 'cancelled'
  /**
   * Why it did not succeed.
   */
  reason: string | null
  /**
   * What to do next.
   */
  next: string | null
  /**
   * No task of the document is left to do.
   */
  specComplete: boolean
  /**
   * First 8 hex digits of the SHA-256 of the line without this field.
   */
  sum?: string
}
