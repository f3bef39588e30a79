import type { DialectRules } from '../dialects/dialect'
import type { RawToken } from './rawTask'
import type { MarkerKind } from './tasksDocument'

/** What a token means in a dialect: a marker, a slip that looks like one, or a mere label. */
export type TokenMeaning = MarkerKind | 'malformed' | 'label'

/** Tells markers from labels: exact tokens only, `(P)` only where the dialect writes it so. */
export function meaningOf(token: RawToken, rules: DialectRules): TokenMeaning {
  if (token.round) {
    if (token.text === 'P' && rules.roundMarker) return 'P'
    return /^p$/i.test(token.text) && (rules.roundMarker || rules.squareMarker) ? 'malformed' : 'label'
  }
  const { text } = token
  if (text === 'P') return 'P'
  if (/^VERIFY(?:[:/].*)?$/.test(text)) return 'VERIFY'
  if (text === 'SEQUENTIAL') return 'SEQUENTIAL'
  return /^\[?\s*(?:p|verify|sequential)\s*\]?$/i.test(text) ? 'malformed' : 'label'
}
