import * as l10n from '@vscode/l10n'
import type { Uri } from 'vscode'
import { window, workspace } from 'vscode'
import { agreesWithDisk } from '../specs/agreesWithDisk'

/**
 * The runner reads the file, not the editor. Unsaved text is fine as long as the tasks are the same in both;
 * else the person is asked to save. False when the run should not begin.
 */
export async function tasksAreSaved(uri: Uri): Promise<boolean> {
  if (await agreesWithDisk(uri)) return true
  const choice = await window.showWarningMessage(
    l10n.t(
      'The tasks in the editor differ from those in the saved file, and a run works on the file. Save it and run?',
    ),
    l10n.t('Save and Run'),
  )
  const document = workspace.textDocuments.find((open) => open.uri.toString() === uri.toString())
  return choice !== undefined && document !== undefined && (await document.save())
}
