import { Uri } from 'vscode'
import { UserError } from '../platform/userError'
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
}
