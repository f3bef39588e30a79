import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Uri, commands } from 'vscode'
import { gitUri } from '../editor/gitText'
import type { GitChanges } from './gitChanges'
import { emptyTree } from './gitChanges'

/** Shows changes: one file as a diff, several in one editor below each other. */
export async function openDiff(title: string, changes: GitChanges): Promise<void> {
  const { root, from, to, files } = changes
  const sides = files.map((path) => {
    const now = Uri.file(join(root, path))
    // What is gone from the disk is compared with nothing.
    const after = to !== null ? gitUri(root, to, path) : existsSync(now.fsPath) ? now : gitUri(root, emptyTree, path)
    return [now, gitUri(root, from, path), after] as const
  })
  const [only] = sides
  if (sides.length === 1 && only !== undefined) await commands.executeCommand('vscode.diff', only[1], only[2], title)
  else await commands.executeCommand('vscode.changes', title, sides)
}
