import { basename, join } from 'node:path'
import * as l10n from '@vscode/l10n'
import type { AttemptState } from '#core/run/runState'
import { clock } from '../specs/elapsed'
import { statusWord } from '../specs/taskStatus'
import { createLogTail } from './logTail'
import { paint } from './paint'
import type { Renderer } from './renderer'
import { plainRenderer } from './renderer'

/** How much of a log a terminal replays, in bytes. */
export const replayBytes = 100_000

/** The output of one attempt: a heading, its logs as they grow, its verdict. */
export interface AttemptOutput {
  readonly attempt: number
  begin(): string
  /** What the logs brought since the last call. */
  more(): Promise<string>
  /** The rest, and what the attempt came to. */
  end(ended: AttemptState): Promise<string>
}

/** Follows the logs of an attempt in the folder of its run. Standard error has a log of its own for some executors. */
export function attemptOutput(folder: string, attempt: AttemptState, name: string, renderer: Renderer): AttemptOutput {
  const main = createLogTail(join(folder, attempt.log), replayBytes)
  const errors = createLogTail(join(folder, attempt.log.replace(/\.log$/, '.err.log')), replayBytes)
  const plain = plainRenderer()
  const more = async (): Promise<string> => {
    const output = await main.read()
    const trouble = await errors.read()
    return [
      output.skipped > 0
        ? `${paint('dim', `… ${l10n.t('{0} bytes before this are in the log', output.skipped)} …`)}\r\n`
        : '',
      renderer.push(output.text),
      trouble.text === '' ? '' : paint('yellow', plain.push(trouble.text)),
    ].join('')
  }
  return {
    attempt: attempt.attempt,
    begin: () =>
      `${paint('bold', `▶ ${name}`)}${paint('grey', ` · ${l10n.t('attempt {0}', attempt.attempt)} · ${basename(attempt.command[0] ?? '')}`)}\r\n`,
    more,
    async end(ended) {
      return `${await more()}${renderer.end()}\r\n${verdictLine(ended)}\r\n`
    },
  }
}

function verdictLine(attempt: AttemptState): string {
  const time = attempt.durationMs === null ? '' : ` ${l10n.t('after {0}', clock(attempt.durationMs))}`
  switch (attempt.verdict) {
    case null:
      return paint('yellow', `■ ${l10n.t('interrupted: its runner is gone')}`)
    case 'success':
      return paint('green', `✓ ${l10n.t('done')}${time}`)
    case 'failed':
    case 'timed-out':
    case 'cancelled':
    case 'interrupted':
      return paint(
        attempt.verdict === 'cancelled' ? 'yellow' : 'red',
        `✗ ${statusWord(attempt.verdict)}${time}${attempt.reason === null ? '' : `: ${attempt.reason}`}`,
      )
  }
}
