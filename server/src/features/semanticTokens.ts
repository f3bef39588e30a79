import { semanticTokens, tokenKinds } from '#core/features/semanticTokens'
import type { Range } from '#core/text/position'
import { SemanticTokensBuilder, type SemanticTokens } from 'vscode-languageserver/node'
import type { FeatureContext } from './context'

/** The kinds of tokens that the server sends, in the order in which it counts them. */
export const legend = { tokenTypes: [...tokenKinds], tokenModifiers: [] }

/** The tokens of a document, or of a range of its lines. */
export function tokens({ spec }: FeatureContext, range?: Range): SemanticTokens {
  const builder = new SemanticTokensBuilder()
  for (const { line, character, length, kind } of semanticTokens(spec.analysis.document)) {
    if (range !== undefined && (line < range.start.line || line > range.end.line)) continue
    builder.push(line, character, length, tokenKinds.indexOf(kind), 0)
  }
  return builder.build()
}
