import { commands, window, workspace } from 'vscode'

/** True in a trusted workspace. Elsewhere nothing is run: the person is told why and offered the way out. */
export async function requireTrust(): Promise<boolean> {
  if (workspace.isTrusted) return true
  const choice = await window.showWarningMessage(
    'Running tasks executes commands from tasks.md, so it is off in Restricted Mode. Trust this workspace to run tasks.',
    'Manage Workspace Trust',
  )
  if (choice !== undefined) await commands.executeCommand('workbench.trust.manage')
  return false
}
