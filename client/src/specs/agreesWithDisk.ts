import { readFile } from 'node:fs/promises'
import type { Uri } from 'vscode'
import { workspace } from 'vscode'
import { sameTaskLines } from '../commands/taskLines'

/**
 * True when the saved tasks document has the same tasks as the one in the editor, or no editor holds it. The runner
 * reads the file, not the editor; other unsaved text is fine.
 */
export async function agreesWithDisk(uri: Uri): Promise<boolean> {
  const document = workspace.textDocuments.find((open) => open.uri.toString() === uri.toString())
  if (document === undefined || !document.isDirty) return true
  const saved = await readFile(uri.fsPath, 'utf8').catch(() => '')
  return sameTaskLines(saved, document.getText())
}
