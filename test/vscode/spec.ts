import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as vscode from 'vscode'
import { inWorkspace } from './extension'
import { waitFor } from './waitFor'

/** A spec that a test makes for itself in the workspace, and takes away again. */
export interface MadeSpec {
  readonly uri: vscode.Uri
  readonly sibling: (name: string) => vscode.Uri
  /** The text of tasks.md as the editor has it. */
  readonly text: () => string
  /** The place of the first `needle` in the text, `skip` characters into it. */
  readonly at: (needle: string, skip?: number) => vscode.Position
  /** Puts tasks.md back to how it was made, and waits until the server has read it. */
  readonly reset: () => Promise<void>
  readonly remove: () => Promise<void>
}

/** Writes a spec's files and shows its tasks.md in an editor. */
export async function makeSpec(name: string, files: Readonly<Record<string, string>>): Promise<MadeSpec> {
  const sibling = (file: string): vscode.Uri => inWorkspace('specs', name, file)
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(sibling(file).fsPath), { recursive: true })
    await writeFile(sibling(file).fsPath, text)
  }
  const uri = sibling('tasks.md')
  const document = await vscode.workspace.openTextDocument(uri)
  await vscode.window.showTextDocument(document)
  const replaceAll = async (text: string): Promise<void> => {
    const edit = new vscode.WorkspaceEdit()
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text)
    await vscode.workspace.applyEdit(edit)
  }
  return {
    uri,
    sibling,
    text: () => document.getText(),
    at: (needle, skip = 0) => {
      const offset = document.getText().indexOf(needle)
      if (offset < 0) throw new Error(`The text has no "${needle}".`)
      return document.positionAt(offset + skip)
    },
    reset: () => replaceAll(files['tasks.md'] ?? ''),
    remove: async () => {
      if (document.isDirty) await document.save()
      await vscode.commands.executeCommand('workbench.action.closeAllEditors')
      await rm(sibling('.').fsPath, { recursive: true, force: true })
    },
  }
}

/** The codes of our diagnostics of a file, with their lines as people count them, in order. */
function problemsOf(uri: vscode.Uri): readonly string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'parallel-tasks')
    .map(({ code, range }) => `${range.start.line + 1} ${String(typeof code === 'object' ? code.value : code)}`)
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
}

/** Resolves when the problems of a file are these, each as `3 file-overlap`. */
export async function problemsBecome(uri: vscode.Uri, wanted: readonly string[]): Promise<void> {
  let last: readonly string[] = []
  await waitFor(`the problems ${wanted.join(', ') || '(none)'}`, () => {
    last = problemsOf(uri)
    if (JSON.stringify(last) === JSON.stringify(wanted)) return true
    throw new Error(`There are ${last.join(', ') || 'none'}.`)
  }).catch((error: unknown) => {
    throw new Error(`${String(error)} The last ones were: ${last.join(', ') || '(none)'}.`)
  })
}
