import * as l10n from '@vscode/l10n'
import { env, window } from 'vscode'
import type { CommandContext } from './commandContext'

/** Puts a command line of the doctor's on the clipboard. */
export async function copyText(_: CommandContext, [text]: readonly unknown[]): Promise<void> {
  if (typeof text !== 'string') return
  await env.clipboard.writeText(text)
  window.setStatusBarMessage(l10n.t('Copied: {0}', text), 5000)
}
