import type { Connection, InitializeParams } from 'vscode-languageserver/node'
import { pathOf } from './specs'

/** The folders that are open in the editor, as absolute paths; folders of other schemes are left out. */
export interface WorkspaceFolders {
  readonly paths: () => readonly string[]
  /** Takes over what `initialize` says: folders, or the one root of older clients. */
  readonly start: (params: InitializeParams) => void
  /** Follows folders that are added and removed, if the client tells of them; `changed` is called after each change. */
  readonly follow: (connection: Connection, changed: () => void) => void
}

/** Keeps the list of workspace folders. */
export function createWorkspaceFolders(): WorkspaceFolders {
  let uris: readonly string[] = []
  let isTold = false
  return {
    paths: () => uris.filter((uri) => uri.startsWith('file:')).map(pathOf),
    start: ({ workspaceFolders, rootUri, capabilities }) => {
      isTold = capabilities?.workspace?.workspaceFolders === true
      uris = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : [])
    },
    follow: (connection, changed) => {
      if (!isTold) return
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri))
        uris = [...uris.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]
        changed()
      })
    },
  }
}
