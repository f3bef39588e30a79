import { Uri, window } from 'vscode'
import { besidePage } from '../platform/besidePage'
import type { CommandContext } from './commandContext'
import { pickSpec } from './pickSpec'

/** Opens a spec's tasks document. */
export async function openSpec(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const spec = await pickSpec(context, raw)
  if (spec !== undefined) await window.showTextDocument(Uri.parse(spec.uri), { viewColumn: besidePage() })
}
