import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode'
import type { Row } from './row'
import type { TreeNode } from './treeModel'

/** Makes VS Code's item of a row. A task's row opens its place in the document when it is chosen. */
export function treeItem(node: TreeNode, row: Row): TreeItem {
  const item = new TreeItem(row.label, foldState(row.fold))
  item.id = node.id
  item.description = row.description
  item.iconPath = new ThemeIcon(row.icon.id, row.icon.color === undefined ? undefined : new ThemeColor(row.icon.color))
  item.contextValue = row.context.join(' ')
  item.accessibilityInformation = { label: row.accessible }
  item.tooltip = new MarkdownString(row.tooltip)
  if (node.kind === 'task')
    item.command = { command: 'parallelTasks.goToTask', title: 'Go to Task', arguments: [node.uri, node.at] }
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
