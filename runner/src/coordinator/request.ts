import type { JournalEvent, RunOptions } from '#core/generated/journalEvent'
import type { RunState } from '#core/run/runState'
import type { Selection } from '#core/run/selection'
import type { Settings } from '#core/settings/settings'
import type { Timing } from './timing'

/** What a caller wants to be run. */
export interface RunRequest {
  /** `resume` and `retry` go on with the newest run of the spec and ignore the selection. */
  readonly mode: 'run' | 'resume' | 'retry'
  /** Absolute path of the tasks document. */
  readonly file: string
  /** The caller's folder: working folder of the executors when there is no git repository. */
  readonly cwd: string
  readonly selection: Selection
  /** What was given outright; the rest comes from the journal (resume, retry), else from the settings. */
  readonly options: Partial<Omit<RunOptions, 'scope' | 'indices'>>
  readonly settings: Settings
  /** True: only say what would run. Nothing is changed on disk. */
  readonly dryRun: boolean
}

/** What the coordinator needs from the program around it. */
export interface RunDeps {
  /** Version of this program, for the journal. */
  readonly version: string
  /** Gets every event right after it stands in the journal. */
  onEvent(event: JournalEvent): void
  /** Aborting cancels the run in order: trees are ended, what succeeded is finished. */
  readonly signal: AbortSignal
  log(level: 'debug' | 'info' | 'warn' | 'error', message: string): void
  /** The environment executors inherit; `process.env` when left out. */
  readonly env?: NodeJS.ProcessEnv
  /** Waits that tests shorten. */
  readonly timing?: Partial<Timing>
}

/** One batch that would run, for `--dry-run`. */
export interface PlannedBatchDescription {
  readonly parallel: boolean
  readonly tasks: readonly { readonly index: number; readonly id: string | null; readonly title: string }[]
}

/** What came of a run. */
export interface RunResult {
  /** null when nothing was there to run, and for a dry run. */
  readonly runId: string | null
  /** 0 all well, 1 a task failed, 130 cancelled. */
  readonly exitCode: 0 | 1 | 130
  readonly state: RunState | undefined
  /** What would run; only for a dry run. */
  readonly planned?: readonly PlannedBatchDescription[]
  /** Lines for people that say what would run; only for a dry run. */
  readonly description?: readonly string[]
  /** True when the document has no task left to do. */
  readonly specComplete: boolean
}
