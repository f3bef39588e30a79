import { hoverAt } from '#core/features/hover'
import type { Position } from '#core/text/position'
import { MarkupKind, type Hover } from 'vscode-languageserver/node'
import type { FeatureContext } from './context'

/** The hover of a place, or null. */
export function hover({ spec, run }: FeatureContext, position: Position): Hover | null {
  const { surroundings, ...analysis } = spec.analysis
  const found = hoverAt({ uri: spec.uri, ...analysis, run, requirements: surroundings.requirements }, position)
  if (found === undefined) return null
  return { range: found.range, contents: { kind: MarkupKind.Markdown, value: found.markdown } }
}
