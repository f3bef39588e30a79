import * as l10n from '@vscode/l10n'
import { shortDuration } from '../durations'
import type { Break, Hold } from '#core/run/timeline/timeline'
import { element, setSpan, setText, setVariable } from './dom'
import type { View } from './keyedList'
import { keyedList } from './keyedList'
import type { Scene } from './scene'

/** What lies behind all rows: the lines of the axis, holds, and where the run was gone on with. */
export interface Bands {
  readonly node: Element
  readonly update: (scene: Scene, ticks: readonly number[]) => void
}

/** Makes the bands. */
export function createBands(): Bands {
  const grid = element('div', 'layer')
  const holds = element('div', 'layer')
  const breaks = element('div', 'layer')
  const now = element('div', 'now')
  const node = element('div', 'bands', { 'aria-hidden': 'true' }, grid, holds, breaks, now)
  const showGrid = keyedList<number>(grid, String, gridLine)
  const showHolds = keyedList<Hold>(holds, ({ from }) => String(from), holdBand)
  const showBreaks = keyedList<Break>(breaks, ({ at }) => String(at), breakLine)
  return {
    node,
    update({ line, frame }, ticks) {
      showGrid(ticks)
      showHolds(frame.life === 'live' ? line.holds : line.holds.map((hold) => ({ ...hold, to: hold.to ?? frame.now })))
      showBreaks(line.breaks)
      now.hidden = frame.life !== 'live'
    },
  }
}

function gridLine(): View<number> {
  const node = element('div', 'grid-line')
  return { node, update: (tick) => setVariable(node, '--from', tick) }
}

function holdBand(): View<Hold> {
  const label = element('span', 'label')
  const node = element('div', 'hold', {}, label)
  return {
    node,
    update({ from, to, reason }) {
      setSpan(node, from, to)
      setText(label, l10n.t('Held: {0}', reason))
      node.title = l10n.t('No new task was started: {0}', reason)
    },
  }
}

function breakLine(): View<Break> {
  const label = element('span', 'label')
  const node = element('div', 'break', {}, label)
  return {
    node,
    update({ at, leftOutMs, mode }) {
      setVariable(node, '--from', at)
      setText(label, breakWords(mode === 'retry', leftOutMs))
    },
  }
}

function breakWords(isRetry: boolean, leftOutMs: number): string {
  if (leftOutMs < 1000) return isRetry ? l10n.t('Retried') : l10n.t('Resumed')
  const time = shortDuration(leftOutMs)
  return isRetry ? l10n.t('Retried after {0}', time) : l10n.t('Resumed after {0}', time)
}
