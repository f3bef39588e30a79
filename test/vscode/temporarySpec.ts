import { mkdir, rm, writeFile } from 'node:fs/promises'
import * as vscode from 'vscode'
import { inWorkspace, readyExtension } from './extension'
import { waitFor } from './waitFor'

/** A spec that a test puts into the workspace and takes away again. */
export interface TemporarySpec {
  readonly uri: vscode.Uri
  /** Path of its folder relative to the workspace folder. */
  readonly path: string
  readonly text: () => Promise<string>
  readonly remove: () => Promise<void>
}

/** Writes `specs/<name>/tasks.md`, opens it without showing it, and waits until the extension knows it. */
export async function temporarySpec(name: string, text: string): Promise<TemporarySpec> {
  const api = await readyExtension()
  const folder = inWorkspace('specs', name)
  const uri = vscode.Uri.joinPath(folder, 'tasks.md')
  const isKnown = (): boolean => api.specs().some((spec) => spec.uri === uri.toString())
  await mkdir(folder.fsPath, { recursive: true })
  await writeFile(uri.fsPath, text)
  // A watcher tells of new files in its own time; an opened document is known at once.
  await vscode.workspace.openTextDocument(uri)
  await waitFor(`${name} to be known`, () => isKnown() || undefined)
  return {
    uri,
    path: `specs/${name}`,
    text: async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)),
    async remove() {
      await rm(folder.fsPath, { recursive: true, force: true })
    },
  }
}
