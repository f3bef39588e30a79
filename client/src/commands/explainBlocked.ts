import * as l10n from '@vscode/l10n'
import { Uri, commands, window } from 'vscode'
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
  const choice = await window.showWarningMessage(
    l10n.t('This group cannot run in parallel: {0}', reason),
    inSequence,
    problems,
  )
  if (choice === inSequence) await runGroupInSequence(context, [target.spec.uri, target.startIndex])
  if (choice === problems) {
    await window.showTextDocument(Uri.parse(target.spec.uri))
    await commands.executeCommand('workbench.actions.view.problems')
  }
}
