import type { JournalEvent } from '#core/generated/journalEvent'
import { foldEvent, foldRun } from '#core/run/fold'
import type { RunState } from '#core/run/runState'
import type { Settings } from '#core/settings/settings'
import type { CommandContext } from '../commands/context'
import type { RunResult } from '../coordinator/run'
import { readJournal } from '../files/journal'
import { runFolder } from '../files/specFolder'
import { liveTable } from './liveTable'
import { plainLines } from './plainLines'
import { runSummary } from './runSummary'

/** What a console shows a run of. */
export interface ConsoleSubject {
  readonly file: string
  readonly dir: string
  /** The spec as it is to be typed again. */
  readonly argument: string
  readonly settings: Settings
  readonly json: boolean
}

/** A run as a person, or a program, follows it on standard output. */
export interface RunConsole {
  readonly event: (event: JournalEvent) => void
  readonly log: (level: 'debug' | 'info' | 'warn' | 'error', message: string) => void
  /** Ctrl+C: the first time, the second time, … */
  readonly interrupted: (count: number) => void
  readonly end: (result: RunResult) => void
  /** The run was refused or broke off: leave the terminal as it was. */
  readonly abandon: () => void
}

/** How one kind of console shows a run while it goes on. */
export interface RunView {
  readonly show: (event: JournalEvent, state: RunState | undefined) => void
  readonly note: (text: string) => void
  readonly close: () => void
}

/** Opens the console that fits: NDJSON when asked for, a live table on a terminal, plain lines otherwise. */
export function openConsole(subject: ConsoleSubject, context: CommandContext): RunConsole {
  const view = subject.json ? eventLines(context) : pick(subject, context)
  let state: RunState | undefined
  return {
    event: (event) => {
      if (event.kind === 'runResumed') state = earlierState(subject.dir, event)
      state = foldEvent(state, event)
      view.show(event, state)
    },
    log: (level, message) => {
      if (level === 'error' || (level === 'warn' && subject.json)) context.err(`parallel-tasks: ${message}\n`)
    },
    interrupted: (count) => {
      view.note(
        count === 1
          ? 'Ending the run in order (Ctrl+C) …'
          : 'Still ending: its processes get 5 s before they are killed.',
      )
    },
    end: (result) => {
      view.close()
      if (subject.json) return
      const shown = {
        ...subject,
        folder: result.runId === null ? null : runFolder(subject.dir, result.runId),
        cwd: context.cwd,
      }
      context.out(runSummary(result, shown, context.paint))
    },
    abandon: view.close,
  }
}

/** What the journal of a run that goes on said before. */
function earlierState(specDir: string, event: JournalEvent): RunState | undefined {
  return foldRun(readJournal(runFolder(specDir, event.runId)).events.filter((earlier) => earlier.seq < event.seq))
}

function pick(subject: ConsoleSubject, context: CommandContext): RunView {
  const isLive = context.stdout.isTTY && context.env['TERM'] !== 'dumb' && (context.env['CI'] ?? '') === ''
  return isLive ? liveTable(subject, context) : plainLines(context)
}

function eventLines(context: CommandContext): RunView {
  return {
    show: (event) => context.out(`${JSON.stringify(event)}\n`),
    note: (text) => context.err(`${text}\n`),
    close: () => undefined,
  }
}
