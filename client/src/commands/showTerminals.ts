import { Uri, window } from 'vscode'
import { UserError } from '../platform/userError'
import { taskName } from '../specs/outlineQueries'
import type { CommandContext } from './commandContext'
import { pickSpec } from './pickSpec'

/** Shows the terminals of a spec's newest run. */
export async function showTerminals(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const spec = await pickSpec(context, raw)
  if (spec === undefined) return
  const file = Uri.parse(spec.uri).fsPath
  await context.runs.examine(file)
  if (!context.terminals.showAll(file))
    throw new UserError(`${spec.name} has not been run yet; there is no terminal to show.`)
  await offerOthers(context, file)
}

/** A large batch opens terminals for its first tasks only. */
async function offerOthers({ runs, terminals }: CommandContext, file: string): Promise<void> {
  const unopened = terminals.unopened(file)
  const state = runs.get(file)?.state
  if (unopened === 0 || state === undefined) return
  const choice = await window.showInformationMessage(
    `${unopened} more tasks of this batch have no terminal open yet.`,
    'Choose One',
  )
  if (choice === undefined) return
  const items = (state.batches.at(-1)?.indices ?? []).flatMap((index) => {
    const task = state.tasks.get(index)
    return task === undefined ? [] : { label: taskName(task), description: task.status, index }
  })
  const picked = await window.showQuickPick(items, { placeHolder: 'Whose terminal should open?' })
  if (picked !== undefined) terminals.show(file, picked.index)
}
