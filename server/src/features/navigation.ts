import { referencesAt } from '#core/features/references'
import { selectionRanges } from '#core/features/selectionRanges'
import type { Position, Range } from '#core/text/position'
import type { DocumentHighlight, Location, SelectionRange } from 'vscode-languageserver/node'
import type { FeatureContext } from './context'

/** Every place of the document that names the same thing. */
export function references({ spec }: FeatureContext, position: Position, withDefinition: boolean): Location[] {
  return referencesAt(spec.analysis.document, position, withDefinition).map((range) => ({ uri: spec.uri, range }))
}

/** The same as marks in the text. */
export function highlights({ spec }: FeatureContext, position: Position): DocumentHighlight[] {
  return referencesAt(spec.analysis.document, position, true).map((range) => ({ range }))
}

/** For each position the chain of ranges around it, the smallest first. */
export function selections({ spec }: FeatureContext, positions: readonly Position[]): SelectionRange[] {
  const { document, plan } = spec.analysis
  return positions.map((position) => chain(selectionRanges(document, plan, position), position))
}

function chain(ranges: readonly Range[], position: Position): SelectionRange {
  const built = ranges.reduceRight<SelectionRange | undefined>(
    (parent, range) => (parent === undefined ? { range } : { range, parent }),
    undefined,
  )
  return built ?? { range: { start: position, end: position } }
}
