import path from 'node:path'
import { matchTasks } from '#core/features/workspaceSymbols'
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver/node'
import type { Specs } from '../specs'

/** Matches given at most; a longer list helps nobody. */
const most = 500

/** The tasks of all specs that fit a query. */
export function workspaceSymbols(specs: Specs, query: string): WorkspaceSymbol[] {
  return specs
    .all()
    .flatMap((spec) =>
      matchTasks(spec.analysis.document, query).map(({ name, range }) => ({
        name,
        kind: SymbolKind.Event,
        containerName: path.basename(path.dirname(spec.path)),
        location: { uri: spec.uri, range },
      })),
    )
    .slice(0, most)
}
