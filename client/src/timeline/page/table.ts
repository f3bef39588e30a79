import * as l10n from '@vscode/l10n'
import { shortDuration } from '../durations'
import { barLook, laneName, lookWord } from '../sentences'
import type { Bar, Lane } from '#core/run/timeline/timeline'
import type { FromTimelinePage } from '#core/wire/timelinePage'
import { element, setAttribute, setText } from './dom'
import type { View } from './keyedList'
import { keyedList } from './keyedList'
import type { Scene } from './scene'
import { signOf } from './signs'

interface RowItem {
  readonly scene: Scene
  readonly lane: Lane
  readonly bar: Bar | undefined
}

/** The same as the chart in words and figures. */
export interface Table {
  readonly node: Element
  readonly update: (scene: Scene) => void
}

const columns = (): readonly string[] => [
  l10n.t('Task'),
  l10n.t('Attempt'),
  l10n.t('Result'),
  l10n.t('Started after'),
  l10n.t('Took'),
  l10n.t('Reason'),
  l10n.t('Commit'),
  l10n.t('Log'),
]

/** Makes the table; `act` opens logs. */
export function createTable(act: (message: FromTimelinePage) => void): Table {
  const body = element('tbody', '')
  const heads = columns().map((name) => element('th', '', { scope: 'col' }, name))
  const caption = element('caption', 'unseen', {}, l10n.t('All attempts of the run'))
  const table = element('table', '', {}, caption, element('thead', '', {}, element('tr', '', {}, ...heads)), body)
  const node = element(
    'div',
    'table',
    { role: 'region', 'aria-label': l10n.t('Table of attempts'), tabindex: '0' },
    table,
  )
  const show = keyedList<RowItem>(
    body,
    ({ lane, bar }) => `${lane.index}.${bar?.attempt ?? 0}`,
    (item) => rowView(item, act),
  )
  return {
    node,
    update(scene) {
      show(
        scene.line.lanes.flatMap((lane): readonly RowItem[] =>
          lane.bars.length === 0 ? [{ scene, lane, bar: undefined }] : lane.bars.map((bar) => ({ scene, lane, bar })),
        ),
      )
    },
  }
}

function rowView({ lane, bar }: RowItem, act: (message: FromTimelinePage) => void): View<RowItem> {
  const cells = columns().map((_, at) => element(at === 0 ? 'th' : 'td', '', at === 0 ? { scope: 'row' } : {}))
  const [name, attempt, result, started, took, reason, commit, log] = cells
  const node = element('tr', '', {}, ...cells)
  if (bar !== undefined) {
    const label = l10n.t('Open log of {0}, attempt {1}', laneName(lane), bar.attempt)
    const open = element('button', '', { type: 'button', 'aria-label': label }, l10n.t('Log'))
    open.addEventListener('click', () => act({ kind: 'openLog', index: lane.index, attempt: bar.attempt }))
    log?.append(open)
  }
  const texts = (item: RowItem): readonly (readonly [Element | undefined, string])[] => {
    const { frame } = item.scene
    const newest = item.lane.bars.at(-1) === item.bar
    const look = item.bar && barLook(item.bar, frame.life)
    return [
      [name, laneName(item.lane)],
      [attempt, item.bar === undefined ? '' : String(item.bar.attempt)],
      [result, `${signOf(look)} ${look === undefined ? l10n.t('not started') : lookWord(look)}`],
      [started, item.bar === undefined ? '' : shortDuration(item.bar.from)],
      [took, item.bar === undefined ? '' : shortDuration((item.bar.to ?? frame.now) - item.bar.from)],
      [reason, item.bar?.reason ?? ''],
      [commit, newest ? (item.lane.commit?.sha.slice(0, 7) ?? '') : ''],
    ]
  }
  return {
    node,
    update(item) {
      for (const [cell, text] of texts(item)) if (cell !== undefined) setText(cell, text)
      setAttribute(node, 'class', item.bar === undefined ? 'queued' : barLook(item.bar, item.scene.frame.life))
    },
  }
}
