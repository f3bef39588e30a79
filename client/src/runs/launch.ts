import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import * as l10n from '@vscode/l10n'
import { UserError } from '../platform/userError'
import { writeConfig } from './configFile'
import { readLock } from './runFolder'
import type { RunnerExit, RunnerProcess, RunnerProgram } from './runnerProcess'
import { startRunner } from './runnerProcess'
import type { RunStore } from './runStore'
import type { RunView } from './runView'

/** What a runner is asked to do with a tasks document. */
export interface RunOrder {
  readonly command: 'run' | 'retry' | 'resume'
  /** Absolute path of the tasks document. */
  readonly file: string
  /** Flags beside the file and the settings. */
  readonly flags: readonly string[]
}

/** What starting a run needs. */
export interface LaunchOptions {
  readonly program: RunnerProgram
  readonly runs: RunStore
  /** A private folder for settings and error files. */
  readonly storage: string
  /** Where the runner is started. */
  readonly cwd: string
  /** The settings, in the shape of a `--config` file. */
  readonly config: Readonly<Record<string, unknown>>
}

/** A run that the runner would not begin: its own sentence, for people. */
export class RunRefused extends UserError {
  constructor(
    message: string,
    /** The runner's exit code: 0 when it found nothing to do. */
    readonly exitCode: number | null,
  ) {
    super(message)
  }
}

/**
 * Starts a runner and waits until it has begun. Resolves with the run as the journal tells it;
 * throws `RunRefused` with the runner's own words when it would not begin.
 */
export async function launchRun(order: RunOrder, options: LaunchOptions): Promise<RunView> {
  const config = await writeConfig(options.storage, order.file, options.config)
  const args = [order.command, order.file, ...order.flags, '--config', config]
  const errorFile = join(options.storage, `runner-${process.pid}-${Date.now()}.err`)
  const runner = await startRunner(options.program, args, options.cwd, errorFile)
  const exited = runner.exited.then(async (exit) => {
    await options.runs.examine(order.file)
    return exit
  })
  const view = await begun(order, options.runs, { pid: runner.pid, exited })
  if (view === undefined) throw refusal(await exited)
  return view
}

/** Waits for the runner's lock and first event, or for its end. Undefined when it ended without a run. */
async function begun(order: RunOrder, runs: RunStore, runner: RunnerProcess): Promise<RunView | undefined> {
  for (;;) {
    const exit = await Promise.race([runner.exited, delay(50)])
    if (exit !== undefined) {
      const view = await runs.examine(order.file)
      return exit.code !== 2 && view?.state.pid === runner.pid ? view : undefined
    }
    if ((await readLock(order.file))?.pid !== runner.pid) continue
    const view = await runs.examine(order.file)
    if (view?.state.pid === runner.pid) return view
  }
}

function refusal(exit: RunnerExit): RunRefused {
  const lines = exit.stderr.split('\n').filter((line) => line.trim() !== '')
  const said = lines.at(-1)?.replace(/^(parallel-tasks: )?(error: )?/, '')
  return new RunRefused(
    said ?? l10n.t('The runner ended with code {0} before it began. See the Parallel Tasks output.', exit.code ?? '?'),
    exit.code,
  )
}
