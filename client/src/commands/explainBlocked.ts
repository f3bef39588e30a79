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
  const reason = group?.blocked ?? "its tasks are in each other's way"
  const choice = await window.showWarningMessage(
    `This group cannot run in parallel: ${reason}`,
    'Run in Sequence',
    'Show Problems',
  )
  if (choice === 'Run in Sequence') await runGroupInSequence(context, [target.spec.uri, target.startIndex])
  if (choice === 'Show Problems') {
    await window.showTextDocument(Uri.parse(target.spec.uri))
    await commands.executeCommand('workbench.actions.view.problems')
  }
}
