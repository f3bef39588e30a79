import * as l10n from '@vscode/l10n'
import { shortDuration } from '../durations'
import { barLook, barSentence, laneName, lookWord, waitSentence } from '../sentences'
import type { Bar, Lane, Span } from '#core/run/timeline/timeline'
import type { TimelineLife } from '#core/wire/timelinePage'
import { element, setAttribute, setSpan, setText, setVariable } from './dom'
import type { View } from './keyedList'
import { keyedList } from './keyedList'
import { signOf } from './signs'

/** A task with what its row needs to know besides. */
export interface LaneItem {
  readonly lane: Lane
  readonly life: TimelineLife
  readonly now: number
}

interface BarItem extends LaneItem {
  /** undefined for the place of a task without attempts. */
  readonly bar: Bar | undefined
}

/** The row of a task: its name, its waits, a bar for each attempt, and the marks of its tick and commit. */
export function laneRow(): View<LaneItem> {
  const sign = element('span', 'sign', { 'aria-hidden': 'true' })
  const text = element('span', 'text')
  const name = element('div', 'name', { role: 'rowheader' }, sign, text)
  const waits = element('div', 'waits', { 'aria-hidden': 'true' })
  const bars = element('div', 'bars', { role: 'presentation' })
  const mark = element('div', 'mark', { 'aria-hidden': 'true' })
  const track = element('div', 'track', { role: 'presentation' }, waits, bars, mark)
  const node = element('div', 'row', { role: 'row' }, name, track)
  const showWaits = keyedList<Span>(waits, ({ from }) => String(from), waitView)
  const showBars = keyedList<BarItem>(bars, ({ bar }) => String(bar?.attempt ?? 0), barView)
  let shown: LaneItem | undefined
  return {
    node,
    update(item) {
      const { lane, life } = item
      const grows = life === 'live' && lane.bars.at(-1)?.to === null
      if (shown?.lane === lane && shown.life === life && !grows) return
      shown = item
      const newest = lane.bars.at(-1)
      const look = newest && barLook(newest, life)
      setAttribute(node, 'class', `row ${look ?? 'queued'}`)
      setText(sign, signOf(look))
      setText(text, laneName(lane))
      setAttribute(name, 'title', laneName(lane))
      showWaits(lane.waits.filter(({ from, to }) => to === null || to > from).map((wait) => endedWait(wait, item)))
      showBars(lane.bars.length === 0 ? [{ ...item, bar: undefined }] : lane.bars.map((bar) => ({ ...item, bar })))
      showMark(mark, lane)
    },
  }
}

/** A wait of a run that is over or has died lasts no longer than the run did. */
function endedWait(wait: Span, { life, now }: LaneItem): Span {
  return wait.to === null && life !== 'live' ? { from: wait.from, to: now } : wait
}

function waitView(): View<Span> {
  const node = element('div', 'wait')
  return { node, update: ({ from, to }) => setSpan(node, from, to) }
}

function barView({ lane, bar }: BarItem): View<BarItem> {
  // The name of the cell is text within it, which voice control and braille handle better than a label.
  const words = element('span', 'unseen')
  const took = element('span', 'took', { 'aria-hidden': 'true' })
  const verify = element('span', 'verify', { 'aria-hidden': 'true' })
  const place = { 'data-index': String(lane.index), 'data-attempt': String(bar?.attempt ?? 0) }
  const node = element('div', '', { role: 'gridcell', tabindex: '-1', ...place }, words, verify, took)
  return {
    node,
    update(item) {
      const { lane, bar, life, now } = item
      setText(words, bar === undefined ? waitSentence(lane, life) : barSentence(lane, bar, life, now))
      if (bar === undefined) showNone(node, item)
      else showBar(node, took, verify, item, bar)
    },
  }
}

function showNone(node: HTMLElement, { lane, life, now }: LaneItem): void {
  const wait = lane.waits.at(-1)
  setClass(node, 'none')
  setSpan(node, wait?.from ?? 0, wait?.to ?? (life === 'live' ? null : now))
}

function showBar(node: HTMLElement, took: Element, verify: HTMLElement, item: LaneItem, bar: Bar): void {
  const { life, now } = item
  const look = barLook(bar, life)
  const to = bar.to ?? (life === 'live' ? null : now)
  const time = shortDuration((to ?? now) - bar.from)
  setClass(node, `bar ${look}`)
  setAttribute(
    node,
    'title',
    [`${l10n.t('Attempt {0}', bar.attempt)} ${lookWord(look)}`, bar.reason ?? ''].filter(Boolean).join(': '),
  )
  setSpan(node, bar.from, to)
  setText(took, `${signOf(look)} ${time}`)
  // A time that does not fit is left out, not cut off: half a time is a wrong one.
  setAttribute(took, 'class', time.length > 5 ? 'took long' : 'took')
  setAttribute(verify, 'hidden', bar.verifyFrom === null ? '' : null)
  setVariable(verify, '--verify', bar.verifyFrom ?? 0)
}

/** The class of a cell, which keeps what the keyboard has added to it. */
function setClass(node: Element, className: string): void {
  setAttribute(node, 'class', node.classList.contains('selected') ? `${className} selected` : className)
}

function showMark(mark: HTMLElement, { tickedAt, commit }: Lane): void {
  const at = tickedAt ?? commit?.at
  setAttribute(mark, 'hidden', at === undefined ? '' : null)
  if (at === undefined) return
  setVariable(mark, '--from', at)
  setText(mark, `${tickedAt === null ? '' : '☑'}${commit === null ? '' : '◆'}`)
}
