import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { isActive } from '#core/run/fold'
import type { OutputFormat } from '#core/run/output/formats'
import type { AttemptState } from '#core/run/runState'
import { logPrinter } from '../console/logPrinter'
import { shellWord } from '../console/shownPath'
import { definitionOf } from '../executors/resolve'
import { readNewestRun, type NewestRun } from '../files/newestRun'
import { loadSettings } from '../files/settingsFile'
import { resolveSpec } from '../files/specPath'
import { UserError } from '../userError'
import type { CommandContext } from './context'
import { taskOfRun } from './taskOfRun'

const pollMs = 150

interface LogsFlags {
  readonly task: string
  readonly attempt?: number
  readonly follow?: boolean
  readonly raw?: boolean
}

/** Prints the log of a task's newest attempt (or of the one named), and goes on with it when asked to. */
export async function runLogs(argument: string, flags: LogsFlags, context: CommandContext): Promise<void> {
  const { dir } = await resolveSpec(argument, context.cwd)
  const first = await readNewestRun(dir)
  if (first === undefined)
    throw new UserError(`There is no run yet. Start one: parallel-tasks run ${shellWord(argument)}`)
  const { index } = taskOfRun(first.state, flags.task)
  const format = flags.raw === true ? 'text' : await formatOf(first, context.cwd)
  let interrupted = false
  const forget = context.onInterrupt(() => {
    interrupted = true
  })
  try {
    const printed = new Map<number, ReturnType<typeof logPrinter>>()
    for (let run: NewestRun | undefined = first; run !== undefined; run = await readNewestRun(dir)) {
      const attempt = attemptOf(run, index, flags, first.state.runId)
      if (attempt === undefined && flags.follow !== true) throw new UserError(noLog(run, flags))
      if (attempt !== undefined) print(run.folder, attempt, format, printed, context)
      if (flags.follow !== true || interrupted || context.isOutputClosed() || isOver(run, index, attempt, first)) break
      await delay(pollMs)
    }
    for (const printer of printed.values()) printer.end()
  } finally {
    forget()
  }
}

async function formatOf({ state }: NewestRun, cwd: string): Promise<OutputFormat> {
  // A settings file that has gone meanwhile is no reason to show nothing.
  const settings = await loadSettings(state.options.config ?? undefined, cwd).catch(() => loadSettings(undefined, cwd))
  return definitionOf(state.executor, settings.settings.executors)?.output ?? 'text'
}

function attemptOf(run: NewestRun, index: number, flags: LogsFlags, runId: string): AttemptState | undefined {
  if (run.state.runId !== runId) return undefined
  const attempts = run.state.tasks.get(index)?.attempts ?? []
  return flags.attempt === undefined ? attempts.at(-1) : attempts.find((attempt) => attempt.attempt === flags.attempt)
}

function print(
  folder: string,
  attempt: AttemptState,
  format: OutputFormat,
  printed: Map<number, ReturnType<typeof logPrinter>>,
  context: CommandContext,
): void {
  let printer = printed.get(attempt.attempt)
  if (printer === undefined) {
    printer = logPrinter(join(folder, attempt.log), format, context.out)
    printed.set(attempt.attempt, printer)
  }
  printer.printNew()
}

function isOver(run: NewestRun, index: number, attempt: AttemptState | undefined, first: NewestRun): boolean {
  if (run.state.runId !== first.state.runId || run.standing !== 'live') return true
  if (attempt?.verdict === null) return false
  const status = run.state.tasks.get(index)?.status
  return status !== undefined && status !== 'queued' && !isActive(status)
}

function noLog(run: NewestRun, flags: LogsFlags): string {
  if (flags.attempt !== undefined)
    return `Task ${flags.task} has no attempt ${flags.attempt} in the run ${run.state.runId}.`
  return `Task ${flags.task} has not started yet. Wait for it with --follow.`
}
