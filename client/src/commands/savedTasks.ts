import { readFile } from 'node:fs/promises'
import type { Uri } from 'vscode'
import { window, workspace } from 'vscode'
import { sameTaskLines } from './taskLines'

/**
 * The runner reads the file, not the editor. Unsaved text is fine as long as the tasks are the same in both;
 * else the person is asked to save. False when the run should not begin.
 */
export async function tasksAreSaved(uri: Uri): Promise<boolean> {
  const document = workspace.textDocuments.find((open) => open.uri.toString() === uri.toString())
  if (document === undefined || !document.isDirty) return true
  const saved = await readFile(uri.fsPath, 'utf8').catch(() => '')
  if (sameTaskLines(saved, document.getText())) return true
  const choice = await window.showWarningMessage(
    'The tasks in the editor differ from those in the saved file, and a run works on the file. Save it and run?',
    'Save and Run',
  )
  return choice === 'Save and Run' && (await document.save())
}
