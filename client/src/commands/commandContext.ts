import type { Uri } from 'vscode'
import type { Log } from '../platform/log'
import type { ReadOnlyText } from '../platform/readOnlyText'
import type { RunnerAnswer } from '../runs/askRunner'
import type { Controls } from '../runs/controls'
import type { RunArchive } from '../runs/runArchive'
import type { RunOrder } from '../runs/launch'
import type { RunStore } from '../runs/runStore'
import type { RunView } from '../runs/runView'
import type { SpecStore } from '../specs/specStore'
import type { ExecutorWatch } from '../status/executorWatch'
import type { TerminalBoard } from '../terminals/terminalBoard'
import type { Timelines } from '../timeline/timelines'
import type { TasksView } from '../tree/tasksView'

/** What commands work with; made once, by the composition root. */
export interface CommandContext {
  readonly specs: SpecStore
  readonly runs: RunStore
  readonly archive: RunArchive
  readonly controls: Controls
  readonly terminals: TerminalBoard
  readonly timelines: Timelines
  readonly tree: TasksView
  readonly executors: ExecutorWatch
  readonly log: Log
  readonly readOnlyText: ReadOnlyText
  /** Starts the server when it is not there yet, and resolves when the specs are known. */
  readonly ready: () => Promise<void>
  /** Starts a runner; resolves when its run has begun. */
  readonly launch: (order: RunOrder, uri: Uri) => Promise<RunView>
  /** Asks the headless program's doctor, with the settings as they are now, and gives what it printed. */
  readonly askDoctor: (args: readonly string[], folder: Uri) => Promise<RunnerAnswer>
  /** Writes the report of a run into a folder that is not there yet. */
  readonly askReport: (run: string, out: string) => Promise<RunnerAnswer>
  /** Shows more of a spec's runs in the Runs view. */
  readonly showOlderRuns: (uri: string) => void
  readonly showOutput: () => void
  /** Tells the end of a run that was over before anyone saw it live. */
  readonly tellEnd: (view: RunView) => void
}
