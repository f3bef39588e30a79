import * as l10n from '@vscode/l10n'
import type { Diagnostic } from 'vscode'
import { Uri, commands, languages, window } from 'vscode'
import { unlinked } from '#core/text/unlinked'
import type { GroupOutline } from '#core/wire/messages'
import { groupsOf } from '../specs/outlineQueries'
import type { CommandContext } from './commandContext'
import { pickGroup } from './pickGroup'
import { runGroupInSequence } from './runGroupInSequence'

/** Says why a group cannot run side by side, and offers what can be done instead. */
export async function explainBlocked(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const target = await pickGroup(context, raw)
  if (target === undefined) return
  const group = groupsOf(target.spec).find(({ startIndex }) => startIndex === target.startIndex)
  const reason = group?.blocked ?? l10n.t("its tasks are in each other's way")
  const inSequence = l10n.t('Run in Sequence')
  const problems = l10n.t('Show Problems')
  const uri = Uri.parse(target.spec.uri)
  const choice = await window.showWarningMessage(
    unlinked(l10n.t('This group cannot run in parallel: {0}', reason)),
    ...(group !== undefined && leavesWorkspace(uri, group) ? [] : [inSequence]),
    problems,
  )
  if (choice === inSequence) await runGroupInSequence(context, [target.spec.uri, target.startIndex])
  if (choice === problems) {
    await window.showTextDocument(uri)
    await commands.executeCommand('workbench.actions.view.problems')
  }
}

/** True when a task of the group names a file outside the workspace: it does not run in sequence either. */
function leavesWorkspace(uri: Uri, group: GroupOutline): boolean {
  const lines = languages
    .getDiagnostics(uri)
    .filter(isUnsafePath)
    .map(({ range }) => range.start.line)
  return group.tasks.some(({ line, endLine }) => lines.some((one) => one >= line && one <= endLine))
}

function isUnsafePath({ code }: Diagnostic): boolean {
  return (typeof code === 'object' ? code.value : code) === 'unsafe-path'
}
