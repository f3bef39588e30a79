import { join } from 'node:path'
import * as l10n from '@vscode/l10n'
import { Uri, window } from 'vscode'
import { UserError } from '../platform/userError'
import type { CommandContext } from './commandContext'
import { pickRun } from './pickRun'

/** Opens the log of the attempt whose row in the Runs view it is called on. */
export async function openAttemptLog(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const log = logOf(raw[0])
  const run = log === undefined ? undefined : await pickRun(context, raw)
  if (log === undefined || run === undefined) throw new UserError(l10n.t('This task was not started; it has no log.'))
  await window.showTextDocument(Uri.file(join(run.folder, log)), { preview: true })
}

function logOf(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null || !('bar' in node)) return undefined
  const { bar } = node
  return typeof bar === 'object' && bar !== null && 'log' in bar && typeof bar.log === 'string' ? bar.log : undefined
}
