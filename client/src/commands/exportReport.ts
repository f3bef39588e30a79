import { dirname, join } from 'node:path'
import * as l10n from '@vscode/l10n'
import { Uri, commands, window, workspace } from 'vscode'
import { unlinked } from '#core/text/unlinked'
import { UserError } from '../platform/userError'
import type { CommandContext } from './commandContext'
import { pickRun } from './pickRun'

/** Puts everything that explains a run into a folder that can be handed on; the person says where. */
export async function exportReport(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const run = await pickRun(context, raw)
  if (run === undefined) return
  const home = workspace.getWorkspaceFolder(Uri.file(run.file))?.uri ?? Uri.file(dirname(run.file))
  const [chosen] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: home,
      openLabel: l10n.t('Export Here'),
      title: l10n.t('Where to put the report of {0}', run.specName),
    })) ?? []
  if (chosen === undefined) return
  const out = join(chosen.fsPath, `parallel-tasks-report-${run.runId}`)
  const { code, stderr } = await context.askReport(run.folder, out)
  if (code !== 0) throw new UserError(stderr.trim() || l10n.t('The report could not be written into {0}.', out))
  const choice = await window.showInformationMessage(
    unlinked(
      l10n.t(
        'The report is in {0}. Secrets were blotted out as far as they can be told; look it over before you pass it on.',
        out,
      ),
    ),
    l10n.t('Open Status'),
  )
  if (choice !== undefined) await commands.executeCommand('vscode.open', Uri.file(join(out, 'status.json')))
}
