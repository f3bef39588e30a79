import * as l10n from '@vscode/l10n'
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
  if (
    state === undefined ||
    !(await openChanges(state.root, commits, l10n.t('{0}: changes of the last run', spec.name)))
  )
    throw new UserError(l10n.t('The newest run of {0} made no commits; there are no changes to show.', spec.name))
}
