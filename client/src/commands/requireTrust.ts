import * as l10n from '@vscode/l10n'
import { commands, window, workspace } from 'vscode'
import { unlinked } from '#core/text/unlinked'

/** True in a trusted workspace. Elsewhere nothing is run: the person is told why and offered the way out. */
export async function requireTrust(reason = forRunning()): Promise<boolean> {
  if (workspace.isTrusted) return true
  const choice = await window.showWarningMessage(unlinked(reason), l10n.t('Manage Workspace Trust'))
  if (choice !== undefined) await commands.executeCommand('workbench.trust.manage')
  return false
}

/** The same for what only asks git: a repository's own settings can name programs that git starts. */
export function requireTrustForGit(): Promise<boolean> {
  return requireTrust(
    l10n.t('Changes are read with git, which is off in Restricted Mode. Trust this workspace to see them.'),
  )
}

function forRunning(): string {
  return l10n.t(
    'Running tasks executes commands from tasks.md, so it is off in Restricted Mode. Trust this workspace to run tasks.',
  )
}
