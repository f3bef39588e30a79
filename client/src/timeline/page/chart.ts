import * as l10n from '@vscode/l10n'
import { shortDuration } from '../durations'
import { axisFor } from './axis'
import { createBands } from './bands'
import { element, setAttribute, setText, setVariable } from './dom'
import type { View } from './keyedList'
import { keyedList } from './keyedList'
import type { LaneItem } from './laneRow'
import { laneRow } from './laneRow'
import type { Scene } from './scene'
import { createStrip } from './strip'

/** The chart: an axis, the strip of attempts at once, and a row for each task. */
export interface Chart {
  /** Scrolls both ways. */
  readonly node: HTMLElement
  /** Holds the rows; the grid for assistive technology. */
  readonly grid: HTMLElement
  readonly update: (scene: Scene, zoom: number) => void
}

/** Pixels that a mark of the axis and its label take. */
const tickWidth = 90

/** Makes the chart. */
export function createChart(): Chart {
  const ticks = element('div', 'track')
  const heading = element('div', 'name', {}, l10n.t('Task'))
  const axis = element('div', 'row axis', { 'aria-hidden': 'true' }, heading, ticks)
  const strip = createStrip()
  const bands = createBands()
  const rows = element('div', 'rows', { role: 'rowgroup' })
  const grid = element('div', 'grid', { role: 'grid', 'aria-label': l10n.t('Attempts of each task') }, rows)
  const canvas = element('div', 'canvas', {}, axis, bands.node, strip.node, grid)
  const node = element('div', 'chart', {}, canvas)
  const showTicks = keyedList<number>(ticks, String, tickView)
  const showRows = keyedList<LaneItem>(rows, ({ lane }) => String(lane.index), laneRow)
  return {
    node,
    grid,
    update(scene, zoom) {
      const { line, frame } = scene
      setVariable(canvas, '--zoom', zoom)
      const length = line.endedAt ?? frame.now
      const wanted = ticks.clientWidth / tickWidth
      const { span, ticks: marks } = axisFor(length, wanted, frame.life === 'live')
      setVariable(canvas, '--span', span)
      setVariable(canvas, '--now', Math.min(frame.now, span))
      showTicks(marks)
      bands.update(scene, marks)
      strip.update(scene, span)
      setAttribute(grid, 'aria-rowcount', String(line.lanes.length))
      showRows(line.lanes.map((lane) => ({ lane, life: frame.life, now: frame.now })))
    },
  }
}

function tickView(): View<number> {
  const node = element('span', 'tick')
  return {
    node,
    update(tick) {
      setVariable(node, '--from', tick)
      setText(node, shortDuration(tick))
    },
  }
}
