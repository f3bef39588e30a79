import * as l10n from '@vscode/l10n'
import type { TimelinePageState, ToTimelinePage } from '#core/wire/timelinePage'
import { barSentence } from '../sentences'
import { createChart } from './chart'
import { createDetails } from './details'
import { element, setAttribute, setText } from './dom'
import { createHeader } from './header'
import './host'
import { createKeyboard } from './keyboard'
import { speakPageLanguage } from './language'
import { createLegend } from './legend'
import type { Place, Scene } from './scene'
import { atPlace, endedBetween, takeMessage } from './scene'
import { createTable } from './table'
import { createToolbar } from './toolbar'
import { createZoom } from './zoom'

speakPageLanguage()
const host = acquireVsCodeApi()
const kept = host.getState()
let scene: Scene | undefined
/** When the newest message came, by the clock of the page. */
let cameAt = 0
let asTable = kept?.asTable ?? false
let chosen: Place | null = kept?.selected ?? null
let drawing = false
let keptText = ''

const chart = createChart()
const zoom = createZoom(chart.node, kept?.zoom ?? 1, () => draw())
const details = createDetails(host.postMessage)
const table = createTable(host.postMessage)
const toolbar = createToolbar({
  zoomIn: () => zoom.by(1.5),
  zoomOut: () => zoom.by(1 / 1.5),
  fit: () => zoom.by(0),
  toggleTable() {
    asTable = !asTable
    requestDraw()
  },
})
const header = createHeader(toolbar.node)
const keyboard = createKeyboard(chart.grid, {
  choose(place) {
    chosen = place
    requestDraw()
  },
  openLog: ({ index, attempt }) => host.postMessage({ kind: 'openLog', index, attempt }),
  showChanges: ({ index }) => host.postMessage({ kind: 'showChanges', index }),
  goToTask: ({ index }) => host.postMessage({ kind: 'goToTask', index }),
})
const status = element('p', 'status', { role: 'status' }, l10n.t('Reading the journal …'))
const said = element('div', 'unseen', { 'aria-live': 'polite' })
const legend = createLegend()
const parts = [header.node, chart.node, table.node, details.node, legend, said]
const main = element('main', '', { hidden: '' }, ...parts)
document.body.append(status, main)

/** Draws once in the next frame, however often it is asked for. */
function requestDraw(): void {
  if (drawing) return
  drawing = true
  requestAnimationFrame(draw)
}

function draw(): void {
  drawing = false
  if (scene === undefined) return
  const { life } = scene.frame
  const now = scene.frame.now + (life === 'live' ? performance.now() - cameAt : 0)
  const shown: Scene = { line: scene.line, frame: { ...scene.frame, now } }
  setAttribute(status, 'hidden', '')
  setAttribute(main, 'hidden', null)
  setAttribute(chart.node, 'hidden', asTable ? '' : null)
  setAttribute(table.node, 'hidden', asTable ? null : '')
  setAttribute(legend, 'hidden', asTable ? '' : null)
  header.update(shown)
  toolbar.update(zoom.factor(), asTable)
  if (asTable) table.update(shown)
  else chart.update(shown, zoom.factor())
  keyboard.mark(chosen)
  details.update(shown, asTable ? null : chosen)
  keepState({ file: scene.line.file, runId: scene.line.runId, zoom: zoom.factor(), asTable, selected: chosen })
}

function keepState(state: TimelinePageState): void {
  const text = JSON.stringify(state)
  if (text === keptText) return
  keptText = text
  host.setState(state)
}

/** Tells assistive technology which attempts ended just now. */
function tell(before: Scene | undefined, after: Scene): void {
  const ended = endedBetween(before, after).slice(0, 3)
  if (ended.length === 0) return
  setText(said, ended.map(({ lane, bar }) => barSentence(lane, bar, after.frame.life, after.frame.now)).join('. '))
}

window.addEventListener('message', ({ data }: MessageEvent<ToTimelinePage>) => {
  if (data.kind === 'unreadable') {
    setText(status, data.reason)
    setAttribute(status, 'hidden', null)
    setAttribute(main, 'hidden', '')
    return
  }
  const after = takeMessage(scene, data)
  if (after === undefined) return
  tell(data.kind === 'changes' ? scene : undefined, after)
  scene = after
  cameAt = performance.now()
  if (atPlace(after.line, chosen) === undefined) chosen = null
  requestDraw()
})
new ResizeObserver(() => requestDraw()).observe(chart.node)
const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
setInterval(
  () => {
    if (scene?.frame.life === 'live') requestDraw()
  },
  isCalm ? 1000 : 200,
)
host.postMessage({ kind: 'ready' })
