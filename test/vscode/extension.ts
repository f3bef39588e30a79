import * as vscode from 'vscode'
import type { ExtensionApi } from '../../client/src/api'

/** The extension's id. */
export const extensionId = 'parallel-tasks.parallel-tasks'

/** The extension, activated and with its specs read. */
export async function readyExtension(): Promise<ExtensionApi> {
  const extension = vscode.extensions.getExtension<ExtensionApi>(extensionId)
  if (extension === undefined) throw new Error(`${extensionId} is not installed in this host.`)
  const api = await extension.activate()
  await api.ready()
  return api
}

/** The URI of a file below the workspace folder. */
export function inWorkspace(...path: string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]
  if (folder === undefined) throw new Error('The host was started without a workspace folder.')
  return vscode.Uri.joinPath(folder.uri, ...path)
}
