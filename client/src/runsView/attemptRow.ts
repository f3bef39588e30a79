import * as l10n from '@vscode/l10n'
import { plain } from '#core/features/markdown'
import { shortDuration, spokenDuration } from '../timeline/durations'
import { taskName } from '../specs/outlineQueries'
import type { ShownStatus } from '../specs/taskStatus'
import { isRunning, statusWord } from '../specs/taskStatus'
import type { Row } from '../tree/row'
import { statusIcon } from '../tree/statusIcon'
import type { AttemptNode } from './runsNode'

/** The row of an attempt, or of a task that was never started. `now` is in milliseconds since the epoch. */
export function attemptRow(node: AttemptNode, now: number): Row {
  const { lane, bar } = node
  const name = taskName(lane)
  const status = statusOf(node)
  const took = bar && (bar.to ?? now - node.origin) - bar.from
  const reason = bar?.reason?.replace(/\.$/, '')
  const isPlain = status === 'done' || status === 'running' || status === 'starting'
  const word = bar === undefined && node.life !== 'live' ? l10n.t('not started') : statusWord(status)
  return {
    label: name,
    description: join(
      [
        reason ?? (isPlain ? undefined : word),
        took === undefined ? undefined : shortDuration(took),
        bar !== undefined && bar.attempt > 1 ? l10n.t('attempt {0}', bar.attempt) : undefined,
      ],
      ' · ',
    ),
    icon: statusIcon(status),
    context: ['attempt', ...(bar === undefined ? [] : ['log'])],
    accessible: join(
      [
        l10n.t('Task {0}', name),
        bar && l10n.t('attempt {0}', bar.attempt),
        word,
        reason,
        took === undefined ? undefined : spokenDuration(took),
      ],
      ', ',
    ),
    tooltip: join(
      [`**${plain(name)}**`, bar && l10n.t('Attempt {0}: {1}', bar.attempt, word), reason && plain(reason)],
      '\n\n',
    ),
    fold: 'none',
  }
}

/** What was under way when the runner died was interrupted; what waited then never started. */
function statusOf({ lane, bar, life }: AttemptNode): ShownStatus {
  const status = bar?.status ?? (lane.status === 'cancelled' ? 'cancelled' : 'queued')
  if (status === 'success') return 'done'
  if (status === 'queued') return life === 'live' ? 'queued' : 'cancelled'
  return isRunning(status) && life !== 'live' ? 'interrupted' : status
}

function join(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator)
}
