import * as l10n from '@vscode/l10n'
import { Uri } from 'vscode'
import { UserError } from '../platform/userError'
import { runTaskFor } from '../specs/taskStatus'
import type { CommandContext } from './commandContext'
import { pickTask } from './pickTask'

/** Shows the terminal of one task, with what its newest attempt wrote. */
export async function showTaskTerminal(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const target = await pickTask(context, raw, (task) =>
    context.runs.all().some((view) => runTaskFor(task, view) !== undefined),
  )
  if (target === undefined) return
  const file = Uri.parse(target.spec.uri).fsPath
  const view = await context.runs.examine(file)
  const index = runTaskFor(target.task, view)?.index
  if (index === undefined || !context.terminals.show(file, index))
    throw new UserError(l10n.t('{0} took no part in the newest run; there is no terminal to show.', target.task.title))
}
