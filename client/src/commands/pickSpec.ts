import * as l10n from '@vscode/l10n'
import { Uri, window } from 'vscode'
import type { SpecOutline } from '#core/wire/messages'
import { UserError } from '../platform/userError'
import type { CommandContext } from './commandContext'
import { nodeOf, uriOf } from './rawArguments'

/**
 * Finds the spec a command is for: its arguments, the active editor, the only spec, else the person is asked.
 * Undefined when the person chose none.
 */
export async function pickSpec(context: CommandContext, raw: readonly unknown[]): Promise<SpecOutline | undefined> {
  await context.ready()
  const named = uriOf(raw[0]) ?? nodeOf(raw[0])?.uri
  if (named !== undefined) return known(context, named)
  const active = window.activeTextEditor?.document.uri
  const open = active && context.specs.get(active.toString())
  if (open !== undefined) return open
  const all = context.specs.all()
  if (all.length === 0)
    throw new UserError(
      l10n.t('There is no tasks.md in this workspace yet. Run "Parallel Tasks: Create Sample Spec" to get one.'),
    )
  if (all.length === 1) return all[0]
  const picked = await window.showQuickPick(
    all.map((spec) => ({
      label: spec.name,
      description: `${spec.done}/${spec.total}`,
      detail: Uri.parse(spec.uri).fsPath,
      spec,
    })),
    { title: 'Parallel Tasks', placeHolder: l10n.t('Choose a spec'), matchOnDetail: true },
  )
  return picked?.spec
}

async function known(context: CommandContext, uri: string): Promise<SpecOutline> {
  const spec = context.specs.get(uri)
  if (spec !== undefined) return spec
  await context.specs.refresh()
  const found = context.specs.get(uri)
  if (found !== undefined) return found
  throw new UserError(
    l10n.t(
      '{0} is not known as a spec. Check that the file is there and that parallelTasks.files.include matches it.',
      Uri.parse(uri).fsPath,
    ),
  )
}
