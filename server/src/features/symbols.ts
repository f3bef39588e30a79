import { documentSymbols, type DocumentSymbolNode } from '#core/features/symbols'
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver/node'
import type { FeatureContext } from './context'

/** Headings and tasks, nested. */
export function symbols({ spec }: FeatureContext): DocumentSymbol[] {
  return documentSymbols(spec.analysis.document).map(toSymbol)
}

function toSymbol({ kind, name, detail, range, selection, children }: DocumentSymbolNode): DocumentSymbol {
  return {
    name,
    detail,
    kind: kind === 'heading' ? SymbolKind.Namespace : SymbolKind.Event,
    range,
    selectionRange: selection,
    children: children.map(toSymbol),
  }
}
