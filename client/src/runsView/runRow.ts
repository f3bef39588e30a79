import * as l10n from '@vscode/l10n'
import { code, plain } from '#core/features/markdown'
import { shortDuration, spokenDuration } from '../timeline/durations'
import type { Row } from '../tree/row'
import type { RunNode } from './runsNode'

/** How a run stands, as its row shows it. */
export type RunLook = 'running' | 'succeeded' | 'failed' | 'stopped' | 'interrupted'

const icons: Readonly<Record<RunLook, Row['icon']>> = {
  running: { id: 'sync~spin', color: 'charts.blue' },
  succeeded: { id: 'pass-filled', color: 'testing.iconPassed' },
  failed: { id: 'error', color: 'charts.red' },
  stopped: { id: 'circle-slash', color: 'testing.iconSkipped' },
  interrupted: { id: 'debug-disconnect', color: 'charts.orange' },
}

/** Works out how a run stands. */
function runLook({ life, headline }: Pick<RunNode, 'life' | 'headline'>): RunLook {
  if (life !== 'ended') return life === 'live' ? 'running' : 'interrupted'
  if (headline.outcome === 'success') return 'succeeded'
  return headline.outcome === 'cancelled' ? 'stopped' : 'failed'
}

/** The row of a run. `now` is in milliseconds since the epoch, `locale` that of the window. */
export function runRow(node: RunNode, now: number, locale: string): Row {
  const { headline, life } = node
  const look = runLook(node)
  const wall = life === 'live' ? now - headline.origin : headline.wallMs
  const at = startTime(headline.startedAt, now, locale)
  const failed = headline.failed > 0 && life !== 'live' ? [l10n.t('{0} failed', headline.failed)] : []
  return {
    label: at,
    description: [`${headline.done}/${headline.total}`, ...failed, shortDuration(wall)].join(' · '),
    icon: icons[look],
    context: ['run', look, ...(node.isNewest ? ['newest'] : [])],
    accessible: [
      l10n.t('Run of {0}', node.specName),
      at,
      lookWord(look),
      l10n.t('{0} of {1} tasks succeeded', headline.done, headline.total),
      life === 'live' ? l10n.t('going on for {0}', spokenDuration(wall)) : l10n.t('took {0}', spokenDuration(wall)),
    ].join(', '),
    tooltip: tooltip(node, look, wall, locale),
    fold: 'collapsed',
  }
}

function tooltip({ specName, headline, life }: RunNode, look: RunLook, wall: number, locale: string): string {
  const started = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })
  return [
    `**${l10n.t('Run of {0}', plain(specName))}**, ${lookWord(look)}`,
    l10n.t('Started {0} with the executor {1}', started.format(new Date(headline.startedAt)), code(headline.executor)),
    l10n.t('{0} of {1} tasks succeeded in {2}', headline.done, headline.total, shortDuration(wall)),
    ...(headline.wonMs >= 1000 && life !== 'live'
      ? [l10n.t('{0} won against one by one', shortDuration(headline.wonMs))]
      : []),
    ...(headline.reason === null ? [] : [plain(headline.reason)]),
  ].join('\n\n')
}

/** When a run began: the time alone for one of today. */
function startTime(startedAt: string, now: number, locale: string): string {
  const at = new Date(startedAt)
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at)
  const isToday = at.toDateString() === new Date(now).toDateString()
  const isThisYear = at.getFullYear() === new Date(now).getFullYear()
  const day = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at)
  return isToday ? l10n.t('Today, {0}', time) : `${day}, ${time}`
}

function lookWord(look: RunLook): string {
  switch (look) {
    case 'running':
      return l10n.t('running')
    case 'succeeded':
      return l10n.t('succeeded')
    case 'failed':
      return l10n.t('failed')
    case 'stopped':
      return l10n.t('stopped')
    case 'interrupted':
      return l10n.t('interrupted')
  }
}
