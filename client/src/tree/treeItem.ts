import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode'
import type { Row } from './row'

/** Makes VS Code's item of a row. */
export function treeItem(id: string, row: Row): TreeItem {
  const item = new TreeItem(row.label, foldState(row.fold))
  item.id = id
  item.description = row.description
  item.iconPath = new ThemeIcon(row.icon.id, row.icon.color === undefined ? undefined : new ThemeColor(row.icon.color))
  item.contextValue = row.context.join(' ')
  item.accessibilityInformation = { label: row.accessible }
  item.tooltip = new MarkdownString(row.tooltip)
  if (row.command !== undefined)
    item.command = {
      command: row.command.id,
      title: row.command.title,
      arguments: [...row.command.arguments],
    }
  return item
}

function foldState(fold: Row['fold']): TreeItemCollapsibleState {
  switch (fold) {
    case 'none':
      return TreeItemCollapsibleState.None
    case 'collapsed':
      return TreeItemCollapsibleState.Collapsed
    case 'expanded':
      return TreeItemCollapsibleState.Expanded
  }
}
