import { join } from 'node:path'
import { Uri, commands, extensions } from 'vscode'
import { UserError } from '../platform/userError'
import { changedByCommits } from './commitChanges'

/** The part of the built-in Git extension's interface that is used here. */
interface GitApi {
  toGitUri(uri: Uri, ref: string): Uri
}

/**
 * Shows what commits changed, file by file, in one editor. False when there are none or git does not know them.
 * Throws `UserError` when the built-in Git extension is off.
 */
export async function openChanges(root: string, commits: readonly string[], title: string): Promise<boolean> {
  const changes = await changedByCommits(root, commits)
  if (changes === undefined) return false
  const git = await gitApi()
  if (git === undefined)
    throw new UserError('The built-in Git extension is off; switch it on to see changes here, or use git log.')
  const resources = changes.files.map((file) => {
    const uri = Uri.file(join(root, file))
    return [uri, git.toGitUri(uri, changes.from), git.toGitUri(uri, changes.to)]
  })
  await commands.executeCommand('vscode.changes', title, resources)
  return true
}

async function gitApi(): Promise<GitApi | undefined> {
  const extension = extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git')
  if (extension === undefined) return undefined
  const api = await extension.activate()
  try {
    return api.getAPI(1)
  } catch {
    return undefined
  }
}
