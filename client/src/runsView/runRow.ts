import { shortDuration, spokenDuration } from '#core/run/timeline/durations'
import type { Row } from '../tree/row'
import type { RunNode } from './runsNode'

/** How a run stands, as its row shows it. */
export type RunLook = 'running' | 'succeeded' | 'failed' | 'stopped' | 'interrupted'

const icons: Readonly<Record<RunLook, Row['icon']>> = {
  running: { id: 'sync~spin', color: 'charts.blue' },
  succeeded: { id: 'pass-filled', color: 'testing.iconPassed' },
  failed: { id: 'error', color: 'testing.iconFailed' },
  stopped: { id: 'circle-slash', color: 'testing.iconSkipped' },
  interrupted: { id: 'debug-disconnect', color: 'charts.orange' },
}

/** Works out how a run stands. */
export function runLook({ life, headline }: Pick<RunNode, 'life' | 'headline'>): RunLook {
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
  const failed = headline.failed > 0 && life !== 'live' ? [`${headline.failed} failed`] : []
  return {
    label: at,
    description: [`${headline.done}/${headline.total}`, ...failed, shortDuration(wall)].join(' · '),
    icon: icons[look],
    context: ['run', look, ...(node.isNewest ? ['newest'] : [])],
    accessible: [
      `Run of ${node.specName}`,
      at,
      look,
      `${headline.done} of ${headline.total} tasks succeeded`,
      `${life === 'live' ? 'going on for' : 'took'} ${spokenDuration(wall)}`,
    ].join(', '),
    tooltip: tooltip(node, look, wall, locale),
    fold: 'collapsed',
  }
}

function tooltip({ specName, headline, life }: RunNode, look: RunLook, wall: number, locale: string): string {
  const started = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })
  return [
    `**Run of ${specName}**, ${look}`,
    `Started ${started.format(new Date(headline.startedAt))} with the executor \`${headline.executor}\``,
    `${headline.done} of ${headline.total} tasks succeeded in ${shortDuration(wall)}`,
    ...(headline.wonMs >= 1000 && life !== 'live' ? [`${shortDuration(headline.wonMs)} won against one by one`] : []),
    ...(headline.reason === null ? [] : [headline.reason]),
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
  return isToday ? `Today, ${time}` : `${day}, ${time}`
}
