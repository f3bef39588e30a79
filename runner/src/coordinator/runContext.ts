import type { LimitFunction } from 'p-limit'
import type { TasksDocument } from '#core/document/tasksDocument'
import type { RunOptions } from '#core/generated/journalEvent'
import type { AskEditor } from '../files/boxes'
import type { Executor } from '../executors/resolve'
import type { Journal } from '../files/journal'
import type { Repository } from '../git/repository'
import type { Cancellation } from './cancellation'
import type { TasksNow } from './readTasks'
import type { StartGate } from './startGate'
import type { Timing } from './timing'

/** What every step of a run works with. Made once per run. */
export interface RunContext {
  readonly runId: string
  /** When this process began with the run, ISO 8601. */
  readonly startedAt: string
  /** Absolute path of the tasks document. */
  readonly file: string
  readonly specDir: string
  /** Working folder of executors and Verify commands. */
  readonly root: string
  /** The repository to commit to; undefined when this run makes no commits. */
  readonly repository: Repository | undefined
  /** The repository to make worktrees in; undefined when all work in the main working tree. */
  readonly worktrees: Repository | undefined
  /** Ignored files and folders that worktrees get from the main working tree. */
  readonly worktreeFiles: readonly string[]
  readonly options: RunOptions
  readonly executor: Executor
  /** True when this process goes on with a run of another one: what is noted may then lag behind what was done. */
  readonly recovering: boolean
  readonly journal: Journal
  readonly timing: Timing
  readonly env: NodeJS.ProcessEnv
  readonly gate: StartGate
  readonly cancellation: Cancellation
  /** The sliding window of executors. */
  readonly window: LimitFunction
  /** One writer of the state file at a time, also within this program. */
  readonly stateTurn: LimitFunction
  readonly askEditor: AskEditor
  /** Tells which tasks of the run are alone in the working tree. */
  readonly solo: SoloWatch
  /** Reads a text of the tasks document; only what differs from the last one is read again. */
  parse(text: string): TasksDocument
  /** The tasks document as it stands on the disk now. */
  readTasks(): TasksNow
  log(level: 'debug' | 'info' | 'warn' | 'error', message: string): void
}

/** Counts who is at work, so that the changes of an attempt that was alone all the time can be told. */
export interface SoloWatch {
  /** Begins an attempt; the result tells at its end whether it was alone. */
  begin(): { isAlone(): boolean; end(): boolean }
}

/** Makes a watch over nobody yet. */
export function createSoloWatch(): SoloWatch {
  const atWork = new Set<{ alone: boolean }>()
  return {
    begin() {
      const entry = { alone: atWork.size === 0 }
      for (const other of atWork) other.alone = false
      atWork.add(entry)
      return {
        isAlone: () => entry.alone,
        end() {
          atWork.delete(entry)
          return entry.alone
        },
      }
    },
  }
}

/** Writes a warning into the journal. */
export function warn(context: RunContext, code: string, message: string, index: number | null = null): void {
  context.journal.append({ kind: 'warning', code, message, index })
}
