import * as l10n from '@vscode/l10n'
import type { Event, Pseudoterminal } from 'vscode'
import { EventEmitter } from 'vscode'
import { UserError } from '../platform/userError'
import { RunRefused } from '../runs/launch'
import type { RunView } from '../runs/runView'
import { outcomeOf } from '../runs/runView'
import { endMessage } from '../status/endMessage'
import { paint } from '../terminals/paint'
import { createRunOutput, type RunOutputOptions } from './runOutput'
import { exitCodeOf, failureLines } from './runText'

/** What a task's terminal carries out. */
export interface TaskWork {
  /** Path of the tasks document as the terminal shows it, and the spec's name. */
  readonly shown: string
  readonly name: string
  /** Begins the run; throws a `UserError` when it cannot. */
  readonly begin: () => Promise<RunView>
  /** Resolves when the run is over; tells every change before. */
  readonly untilOver: (view: RunView, onChange: (view: RunView) => void) => Promise<RunView>
  /** Ends the run. */
  readonly cancel: (view: RunView) => Promise<void>
  readonly renderer: RunOutputOptions['renderer']
  readonly onError: (error: unknown) => void
}

/**
 * The terminal of a VS Code task: begins the run when VS Code opens it, shows what every task says, and ends with the
 * exit code of the command line program. Closing it (Terminate Task) or Ctrl+C ends the run and its processes.
 */
export function createRunTerminal(work: TaskWork): Pseudoterminal {
  const written = new EventEmitter<string>()
  const closed = new EventEmitter<number>()
  const onDidWrite: Event<string> = written.event
  const output = createRunOutput({ write: (text) => written.fire(text), renderer: work.renderer })
  let view: RunView | undefined
  let isStopping = false

  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    if (view !== undefined) work.cancel(view).catch(work.onError)
  }
  const say = (text: string): void => written.fire(`${text}\r\n`)
  const run = async (): Promise<number> => {
    view = await work.begin()
    if (isStopping) await work.cancel(view).catch(work.onError)
    const over = await work.untilOver(view, (now) => void output.update(now).catch(work.onError))
    await output.update(over)
    const message = endMessage(over, work.name)
    const colour = message.severity === 'error' ? 'red' : message.severity === 'warning' ? 'yellow' : 'green'
    for (const line of failureLines(over.state, work.shown)) say(line)
    say(paint(colour, message.text))
    return exitCodeOf(outcomeOf(over))
  }
  const carryOut = async (): Promise<void> => {
    const code = await run().catch((error: unknown) => refusalCode(error, say, work.onError))
    output.dispose()
    closed.fire(code)
  }
  return {
    onDidWrite,
    onDidClose: closed.event,
    open: () => void carryOut(),
    close: stop,
    handleInput(data) {
      if (data !== '\u0003') return
      if (!isStopping) say(paint('yellow', `^C ${l10n.t('stopping the run …')}`))
      stop()
    },
  }
}

/** Tells why nothing ran. A runner that found nothing to do ended with 0, and so does the task. */
function refusalCode(error: unknown, say: (text: string) => void, onError: (error: unknown) => void): number {
  if (error instanceof RunRefused && error.exitCode === 0) {
    say(l10n.t('Nothing to run: what was asked for is done.'))
    return 0
  }
  if (error instanceof UserError) {
    say(paint('red', error.message))
    return 2
  }
  onError(error)
  say(paint('red', l10n.t('Parallel Tasks ran into an unexpected problem. The Parallel Tasks output has the details.')))
  return 2
}
