import type { JournalEvent } from '#core/generated/journalEvent'
import type { Settings } from '#core/settings/settings'
import { openConsole } from '../console/runConsole'
import { shellWord } from '../console/shownPath'
import { runSpec } from '../coordinator/run'
import { definitionOf, executorNames } from '../executors/resolve'
import { newestRun, readJournal } from '../files/journal'
import { type LoadedSettings, loadSettings } from '../files/settingsFile'
import { readTasksText, resolveSpec, type SpecPath } from '../files/specPath'
import { UserError } from '../userError'
import { closest } from './closest'
import type { CommandContext } from './context'
import { optionsOf, type RunFlags, selectionOf } from './runFlags'

/** Carries out `run`, `resume` or `retry` and shows it: a live table, plain lines, or one JSON event a line. */
export async function runRun(
  mode: 'run' | 'resume' | 'retry',
  argument: string,
  flags: RunFlags,
  context: CommandContext,
): Promise<void> {
  const path = await resolveSpec(argument, context.cwd)
  await readTasksText(path.file, argument)
  const { settings, path: config } = await settingsFor(mode, flags, path, context.cwd)
  if (flags.executor !== undefined) checkExecutor(flags.executor, settings)
  const view = openConsole({ ...path, argument: shellWord(argument), settings, json: flags.json === true }, context)
  const cancel = new AbortController()
  const forget = context.onInterrupt((count) => {
    view.interrupted(count)
    cancel.abort()
  })
  try {
    const result = await runSpec(
      {
        mode,
        file: path.file,
        cwd: context.cwd,
        selection: selectionOf(flags),
        options: optionsOf(flags, config),
        settings,
        dryRun: flags.dryRun === true,
      },
      {
        version: context.version,
        onEvent: (event: JournalEvent) => view.event(event),
        signal: cancel.signal,
        log: (level, message) => view.log(level, message),
      },
    )
    view.end(result)
    context.exit(result.exitCode)
  } catch (error) {
    view.abandon()
    throw error
  } finally {
    forget()
  }
}

/** The settings of `--config`; without it, `resume` and `retry` take the file that the run began with. */
async function settingsFor(mode: string, flags: RunFlags, path: SpecPath, cwd: string): Promise<LoadedSettings> {
  if (flags.config !== undefined || mode === 'run') return loadSettings(flags.config, cwd)
  const run = await newestRun(path.dir)
  const first = run === undefined ? undefined : readJournal(run.folder).events[0]
  const config = first?.kind === 'runStarted' ? first.options.config : null
  return loadSettings(config ?? undefined, cwd)
}

function checkExecutor(name: string, settings: Settings): void {
  const known = executorNames(settings.executors)
  if (known.includes(name) || definitionOf(name, settings.executors) !== undefined) return
  const near = closest(name, known)
  const hint = near === undefined ? '' : ` Did you mean ${near}?`
  throw new UserError(
    `There is no executor "${name}".${hint} Known are ${known.join(', ')}; add your own with --config.`,
  )
}
