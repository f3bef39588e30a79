import { join } from 'node:path'
import { Uri, commands, extensions } from 'vscode'
import { UserError } from '../platform/userError'
import type { CommandContext } from './commandContext'
import { changedByCommits } from './commitChanges'
import { pickSpec } from './pickSpec'

/** The part of the built-in Git extension's interface that is used here. */
interface GitApi {
  toGitUri(uri: Uri, ref: string): Uri
}

/** Shows what the commits of a spec's newest run changed, file by file, in one editor. */
export async function showChanges(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const spec = await pickSpec(context, raw)
  if (spec === undefined) return
  const view = await context.runs.examine(Uri.parse(spec.uri).fsPath)
  const changes = view === undefined ? undefined : await changedByCommits(view.state)
  if (view === undefined || changes === undefined)
    throw new UserError(`The newest run of ${spec.name} made no commits; there are no changes to show.`)
  const git = await gitApi()
  if (git === undefined)
    throw new UserError('The built-in Git extension is off; switch it on to see changes here, or use git log.')
  const resources = changes.files.map((file) => {
    const uri = Uri.file(join(view.state.root, file))
    return [uri, git.toGitUri(uri, changes.from), git.toGitUri(uri, changes.to)]
  })
  await commands.executeCommand('vscode.changes', `${spec.name}: changes of the last run`, resources)
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
