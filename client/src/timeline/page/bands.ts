import { shortDuration } from '#core/run/timeline/durations'
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
      setText(label, `Held: ${reason}`)
      node.title = `No new task was started: ${reason}`
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
      const how = mode === 'retry' ? 'Retried' : 'Resumed'
      setText(label, leftOutMs < 1000 ? how : `${how} after ${shortDuration(leftOutMs)}`)
    },
  }
}
