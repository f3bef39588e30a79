import { lineText, rangeInLine, type LineIndex } from '../text/lines'
import type { FieldSpan } from './fieldSpans'
import { trimmedPiece } from './splitList'
import type { Located } from './tasksDocument'

/** What an id may be called in front of it: `Requirements 1.3`. */
const CALLED = /^requirements?\s+(?=(?:[A-Z]{1,8}-?)?\d)/i

/** The entries of a Requirements or Design field, split at commas; bullets below it count as entries, too. */
export function readReferences(lines: LineIndex, span: FieldSpan): readonly Located[] {
  const found: Located[] = []
  for (let line = span.line; line <= span.endLine; line++) {
    const text = lineText(lines, line)
    const own = line === span.line
    const end = own ? (span.head.valueEnd ?? text.length) : text.length
    let from = own ? span.head.valueStart : (/^\s*(?:[-*+]\s+)?/.exec(text)?.[0].length ?? 0)
    for (const comma of [...text.slice(from, end).matchAll(/[,，、]/g)]
      .map((match) => match.index + from)
      .concat(end)) {
      const { text: entry, start, end: pieceEnd } = trimmedPiece(text, from, comma)
      from = comma + 1
      const called = CALLED.exec(entry)?.[0].length ?? 0
      if (entry !== '') found.push({ text: entry.slice(called), range: rangeInLine(line, start + called, pieceEnd) })
    }
  }
  return found
}
