import { ViewColumn, window } from 'vscode'

/** Where a document is opened: beside a page such as the walkthrough, which it would replace otherwise; else where the person is. */
export function besidePage(): ViewColumn {
  const tab = window.tabGroups.activeTabGroup.activeTab
  return tab !== undefined && tab.input === undefined ? ViewColumn.Beside : ViewColumn.Active
}
