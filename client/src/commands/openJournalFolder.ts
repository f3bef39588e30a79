import { join } from 'node:path'
import { UIKind, Uri, commands, env } from 'vscode'
import type { CommandContext } from './commandContext'
import { pickRun } from './pickRun'

/** Shows a run's folder: in the system's file manager where there is one, else in the Explorer view. */
export async function openJournalFolder(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const run = await pickRun(context, raw)
  if (run === undefined) return
  const isLocal = env.remoteName === undefined && env.uiKind === UIKind.Desktop
  const journal = Uri.file(join(run.folder, 'events.ndjson'))
  await commands.executeCommand(isLocal ? 'revealFileInOS' : 'revealInExplorer', journal)
}
