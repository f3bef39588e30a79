import { renamableAt, renameId } from '#core/features/rename'
import type { Position } from '#core/text/position'
import { LSPErrorCodes, ResponseError, type PrepareRenameResult, type WorkspaceEdit } from 'vscode-languageserver/node'
import type { FeatureContext } from './context'

/** The id under the cursor, or null where nothing can be renamed. */
export function prepareRename({ spec }: FeatureContext, position: Position): PrepareRenameResult | null {
  const found = renamableAt(spec.analysis.document, position)
  return found === undefined ? null : { range: found.range, placeholder: found.id }
}

/** Renames an id with everything that depends on it; an error response that says why where it cannot. */
export function rename({ spec }: FeatureContext, position: Position, newName: string): WorkspaceEdit | ResponseError {
  const result = renameId(spec.analysis.document, position, newName)
  if ('refused' in result) return new ResponseError(LSPErrorCodes.RequestFailed, result.refused)
  return { changes: { [spec.uri]: result.edits.map((edit) => ({ ...edit })) } }
}
