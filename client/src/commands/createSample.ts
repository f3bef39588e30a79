import * as l10n from '@vscode/l10n'
import { window, workspace } from 'vscode'
import type { CommandContext } from './commandContext'
import { runGroupOfSample } from './runSample'
import { writeSample } from './writeSample'

/** Writes a small spec that runs without any agent, opens it, and offers to run its group. */
export async function createSample(context: CommandContext): Promise<void> {
  const uri = await writeSample(context)
  if (uri === undefined || !workspace.isTrusted) return
  const choice = await window.showInformationMessage(
    l10n.t('The sample spec is ready. Its parallel group can run right away: no coding agent is needed.'),
    l10n.t('Run Parallel Group'),
  )
  if (choice !== undefined) await runGroupOfSample(context, uri)
}
