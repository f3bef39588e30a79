import { lineText, rangeInLine, type LineIndex } from '../text/lines'
import type { FieldSpan } from './fieldSpans'
import { trimmedPiece } from './splitList'
import type { Located } from './tasksDocument'

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
      const piece = trimmedPiece(text, from, comma)
      from = comma + 1
      if (piece.text !== '') found.push({ text: piece.text, range: rangeInLine(line, piece.start, piece.end) })
    }
  }
  return found
}
