import * as l10n from '@vscode/l10n'
import { Uri, window } from 'vscode'
import { unlinked } from '#core/text/unlinked'
import { UserError } from '../platform/userError'
import { taskName } from '../specs/outlineQueries'
import { statusWord } from '../specs/taskStatus'
import type { CommandContext } from './commandContext'
import { pickSpec } from './pickSpec'

/** Shows the terminals of a spec's newest run. */
export async function showTerminals(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const spec = await pickSpec(context, raw)
  if (spec === undefined) return
  const file = Uri.parse(spec.uri).fsPath
  await context.runs.examine(file)
  if (!context.terminals.showAll(file))
    throw new UserError(l10n.t('{0} has not been run yet; there is no terminal to show.', spec.name))
  await offerOthers(context, file)
}

/** A large batch opens terminals for its first tasks only. */
async function offerOthers({ runs, terminals }: CommandContext, file: string): Promise<void> {
  const unopened = terminals.unopened(file)
  const state = runs.get(file)?.state
  if (unopened === 0 || state === undefined) return
  const choice = await window.showInformationMessage(
    unlinked(
      unopened === 1
        ? l10n.t('1 more task of this batch has no terminal open yet.')
        : l10n.t('{0} more tasks of this batch have no terminal open yet.', unopened),
    ),
    l10n.t('Choose One'),
  )
  if (choice === undefined) return
  const items = (state.batches.at(-1)?.indices ?? []).flatMap((index) => {
    const task = state.tasks.get(index)
    return task === undefined
      ? []
      : { label: taskName(task), description: statusWord(task.status === 'success' ? 'done' : task.status), index }
  })
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Whose terminal should open?') })
  if (picked !== undefined) terminals.show(file, picked.index)
}
