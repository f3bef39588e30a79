import { indexLines, positionAt } from '#core/text/lines'
import { valueAt } from '#core/text/jsonMember'
import type { Range } from '#core/text/position'
import type { Diagnostic } from 'vscode-languageserver/node'
import { toDiagnostic } from './diagnostic'
import type { RuleLink } from './rulePage'
import { siblingUri } from './siblingUri'
import type { Spec } from './specs'

/** The URI of the state file that belongs to a tasks document. */
export function stateUriOf(uri: string): string {
  return siblingUri(uri, '.ralph-state.json')
}

/**
 * Where tasks.md and the state file disagree, as diagnostics of the state file: at the value in question. What is wrong
 * with the file itself is left to the editor's JSON support, which knows the schema.
 */
export function stateDiagnostics({ uri, analysis }: Spec, linkOf: RuleLink): readonly Diagnostic[] {
  const { stateText } = analysis.surroundings
  if (stateText === undefined) return []
  return analysis.problems
    .filter(({ code }) => code === 'state-mismatch')
    .map((problem) => ({ ...problem, range: placeOf(stateText, problem.data?.['path']) }))
    .map((problem) => toDiagnostic(stateUriOf(uri), problem, linkOf))
}

function placeOf(text: string, path: unknown): Range {
  const lines = indexLines(text)
  const place = isPath(path) ? valueAt(text, path) : undefined
  return { start: positionAt(lines, place?.start ?? 0), end: positionAt(lines, place?.end ?? 0) }
}

function isPath(value: unknown): value is readonly (string | number)[] {
  return Array.isArray(value) && value.every((step) => typeof step === 'string' || typeof step === 'number')
}
