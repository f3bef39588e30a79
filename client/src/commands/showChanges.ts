import { Uri } from 'vscode'
import { UserError } from '../platform/userError'
import type { CommandContext } from './commandContext'
import { openChanges } from './openChanges'
import { pickSpec } from './pickSpec'

/** Shows what the commits of a spec's newest run changed, file by file, in one editor. */
export async function showChanges(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const spec = await pickSpec(context, raw)
  if (spec === undefined) return
  const state = (await context.runs.examine(Uri.parse(spec.uri).fsPath))?.state
  const commits = [...(state?.tasks.values() ?? [])].flatMap(({ commit }) => commit ?? [])
  if (state === undefined || !(await openChanges(state.root, commits, `${spec.name}: changes of the last run`)))
    throw new UserError(`The newest run of ${spec.name} made no commits; there are no changes to show.`)
}
