import { folds } from '#core/features/folding'
import type { FoldingRange } from 'vscode-languageserver/node'
import type { FeatureContext } from './context'

/** Sections, task details and the frontmatter. */
export function foldingRanges({ spec }: FeatureContext): FoldingRange[] {
  return folds(spec.analysis.document).map((fold) => ({ ...fold }))
}
