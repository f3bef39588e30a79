import { Uri, workspace } from 'vscode'
import type { NamedSpec } from './specPlaces'
import { specPlaces } from './specPlaces'

/** Where each spec stands in this workspace, as far as its name does not tell. */
export function workspacePlaces(specs: readonly NamedSpec[]): ReadonlyMap<string, string> {
  const several = (workspace.workspaceFolders?.length ?? 0) > 1
  return specPlaces(
    specs,
    several,
    (uri) => workspace.getWorkspaceFolder(Uri.parse(uri))?.name ?? '',
    (uri) => workspace.asRelativePath(Uri.joinPath(Uri.parse(uri), '..'), false),
  )
}
