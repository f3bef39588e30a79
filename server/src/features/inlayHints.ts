import * as l10n from '@vscode/l10n'
import { inlayHints, type InlayTexts } from '#core/features/inlayHints'
import type { Range } from '#core/text/position'
import type { InlayHint } from 'vscode-languageserver/node'
import type { FeatureContext } from './context'

/** What the hints say in the editor's language; in English where the client gave no translation. */
export const inlayTexts: InlayTexts = {
  label: (size, last) => l10n.t('{0} in parallel, up to {1}', size, last),
  tooltip: (names) => l10n.t('{0} run side by side.', names),
}

/** The extent and size of each parallel group, within a range. */
export function inlays({ spec }: FeatureContext, range: Range): InlayHint[] {
  const { document, plan } = spec.analysis
  return inlayHints(document, plan, range, inlayTexts).map((hint) => ({ ...hint, paddingLeft: true }))
}
