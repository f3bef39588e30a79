import { lenses } from '#core/features/lenses'
import type { CodeLens } from 'vscode-languageserver/node'
import type { FeatureContext } from './context'
import { lensTexts } from './lensTexts'

/** The lenses of a document. A lens that cannot be clicked has a command without an id, as editors expect of plain text. */
export function codeLenses({ spec, run }: FeatureContext): CodeLens[] {
  return lenses({ uri: spec.uri, ...spec.analysis, run, texts: lensTexts }).map(({ range, title, call }) => ({
    range,
    command: { title, command: call?.command ?? '', ...(call === null ? {} : { arguments: [...call.arguments] }) },
  }))
}
