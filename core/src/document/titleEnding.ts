import { lineText, rangeInLine, type LineIndex } from '../text/lines'
import { codeSpans } from './codeSpans'
import { fieldAtEnd } from './fieldLine'
import type { FieldSpan } from './fieldSpans'
import type { RawToken } from './rawTask'
import type { Located } from './tasksDocument'

/** What stands at a title's end and is none of its words. */
export interface TitleEnding {
  readonly tokens: readonly RawToken[]
  readonly fields: readonly FieldSpan[]
}

/** A steering token at the end, inside the emphasis that ends there, too. */
const TOKEN = /(?:\[(P|VERIFY(?:[:/][^\]]*)?|SEQUENTIAL)\]|\((P)\))(?:\s*(\*{1,3}|_{1,2}|~~))?\s*$/

/** Takes steering tokens and fields in italics off the end of a title's last row, in place: `Title (P) _Depends: 1.2_`. */
export function takeEnding(lines: LineIndex, rows: Located[]): TitleEnding {
  const tokens: RawToken[] = []
  const fields: FieldSpan[] = []
  for (;;) {
    const row = rows.at(-1)
    if (row === undefined) return { tokens, fields }
    const field = fieldSpan(row)
    const token = field === undefined ? readToken(lines, row) : undefined
    if (field !== undefined) {
      fields.unshift(field)
      rows[rows.length - 1] = cut(row, field.head.nameStart - 1)
    } else if (token !== undefined) {
      tokens.unshift(token.token)
      rows[rows.length - 1] = cut(row, token.titleEnd, token.closing)
    } else return { tokens, fields }
  }
}

function fieldSpan({ text, range: { start } }: Located): FieldSpan | undefined {
  const head = fieldAtEnd(text, start.character)
  return head === undefined ? undefined : { head, line: start.line, endLine: start.line }
}

interface EndingToken {
  readonly token: RawToken
  /** Column at which it begins. */
  readonly titleEnd: number
  /** Emphasis that closes behind it and stays with the title. */
  readonly closing: string
}

function readToken(lines: LineIndex, { text, range: { start } }: Located): EndingToken | undefined {
  const match = TOKEN.exec(text)
  if (match === null) return undefined
  const [all, square, round, closing = ''] = match
  const written = square === undefined ? `(${round})` : `[${square}]`
  const at = start.character + match.index + all.indexOf(written)
  if (codeSpans(lineText(lines, start.line)).some((code) => code.outerStart <= at && at < code.outerEnd))
    return undefined
  const range = rangeInLine(start.line, at, at + written.length)
  const token: RawToken = { text: square ?? round ?? '', round: square === undefined, place: 'at-end', range }
  return { token, titleEnd: start.character + match.index, closing }
}

/** A row up to a column, with emphasis to close it. */
function cut({ text, range: { start } }: Located, end: number, closing = ''): Located {
  const kept = text.slice(0, end - start.character).trimEnd()
  return { text: kept + closing, range: rangeInLine(start.line, start.character, start.character + kept.length) }
}
