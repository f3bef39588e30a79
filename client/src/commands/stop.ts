import * as l10n from '@vscode/l10n'
import { Uri, window } from 'vscode'
import { UserError } from '../platform/userError'
import type { CommandContext } from './commandContext'
import { pickSpec } from './pickSpec'
import { uriOf, nodeOf } from './rawArguments'

/** Stops the live run of a spec: every process it started is ended. */
export async function stop(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const live = context.runs.all().filter((view) => view.life === 'live')
  const named = uriOf(raw[0]) ?? nodeOf(raw[0])?.uri
  if (named === undefined && live.length === 0)
    throw new UserError(l10n.t('Nothing runs at the moment; there is nothing to stop.'))
  const only = named === undefined && live.length === 1 ? live[0] : undefined
  const spec = only === undefined ? await pickSpec(context, raw) : undefined
  const file = only?.file ?? (spec && Uri.parse(spec.uri).fsPath)
  if (file === undefined) return
  await window.withProgress({ location: { viewId: 'parallelTasks.tasks' } }, () => context.controls.cancel(file, null))
}
