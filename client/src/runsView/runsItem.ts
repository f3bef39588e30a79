import * as l10n from '@vscode/l10n'
import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode'
import { plain } from '#core/features/markdown'
import type { Row } from '../tree/row'
import { attemptRow } from './attemptRow'
import { runRow } from './runRow'
import type { RunsNode } from './runsNode'

/** Makes VS Code's item of a row of the Runs view. `now` is in milliseconds since the epoch. */
export function runsItem(node: RunsNode, now: number, locale: string): TreeItem {
  const item = itemOf(rowOf(node, now, locale))
  item.id = node.id
  if (node.kind === 'older')
    item.command = { command: 'parallelTasks.showOlderRuns', title: l10n.t('Show Older Runs'), arguments: [node.uri] }
  if (node.kind === 'attempt' && node.bar !== undefined)
    item.command = { command: 'parallelTasks.openAttemptLog', title: l10n.t('Show Log'), arguments: [node] }
  return item
}

function rowOf(node: RunsNode, now: number, locale: string): Row {
  switch (node.kind) {
    case 'run':
      return runRow(node, now, locale)
    case 'attempt':
      return attemptRow(node, now)
    case 'specRuns':
      return fixedRow(node.name, l10n.t('Runs of {0}', node.name), { id: 'checklist' }, 'specRuns', 'expanded')
    case 'older':
      return fixedRow(
        l10n.t('Show older runs ({0})', node.left),
        l10n.t('Show older runs ({0})', node.left),
        { id: 'history' },
        'older',
        'none',
      )
  }
}

function fixedRow(label: string, accessible: string, icon: Row['icon'], context: string, fold: Row['fold']): Row {
  return { label, description: '', icon, context: [context], accessible, tooltip: plain(accessible), fold }
}

function itemOf(row: Row): TreeItem {
  const fold = { none: 'None', collapsed: 'Collapsed', expanded: 'Expanded' } as const
  const item = new TreeItem(row.label, TreeItemCollapsibleState[fold[row.fold]])
  item.description = row.description
  item.iconPath = new ThemeIcon(row.icon.id, row.icon.color === undefined ? undefined : new ThemeColor(row.icon.color))
  item.contextValue = row.context.join(' ')
  item.accessibilityInformation = { label: row.accessible }
  item.tooltip = new MarkdownString(row.tooltip)
  return item
}
