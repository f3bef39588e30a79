import { inlayHints } from '#core/features/inlayHints'
import type { Range } from '#core/text/position'
import type { InlayHint } from 'vscode-languageserver/node'
import type { FeatureContext } from './context'

/** The extent and size of each parallel group, within a range. */
export function inlays({ spec }: FeatureContext, range: Range): InlayHint[] {
  const { document, plan } = spec.analysis
  return inlayHints(document, plan, range).map((hint) => ({ ...hint, paddingLeft: true }))
}
