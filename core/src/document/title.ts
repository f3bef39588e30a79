import { lineText, rangeInLine, type LineIndex } from '../text/lines'
import type { Range } from '../text/position'
import { codeSpans } from './codeSpans'
import { fieldsOfLine } from './fieldLine'
import type { Located } from './tasksDocument'
import { takeEnding, type TitleEnding } from './titleEnding'

/** A title over one or more lines. */
export interface Title {
  readonly text: string
  readonly range: Range
  /** Last line it stands on. */
  readonly endLine: number
  /** Steering tokens and fields that stood at its end. */
  readonly ending: TitleEnding
  readonly mentions: readonly Located[]
}

const MENTION = /\[(?:P|VERIFY|SEQUENTIAL)\]/g

/**
 * Reads the title that begins at a column of the box line and may wrap up to `wordsEnd`.
 * `opener` is decoration that began before the id and closes somewhere in the title.
 */
export function readTitle(lines: LineIndex, line: number, column: number, wordsEnd: number, opener: string): Title {
  let endLine = line
  while (endLine < wordsEnd && continues(lineText(lines, endLine + 1))) endLine++
  const rows: Located[] = []
  for (let row = line; row <= endLine; row++) {
    const text = lineText(lines, row)
    const start = row === line ? column : text.length - text.trimStart().length
    rows.push({ text: text.slice(start).trimEnd(), range: rangeInLine(row, start, text.trimEnd().length) })
  }
  const ending = takeEnding(lines, rows)
  const last = rows.at(-1)?.range.end ?? { line, character: column }
  const start = { line, character: column }
  const joined = rows
    .map((row) => row.text)
    .join(' ')
    .trim()
  return {
    text:
      opener === ''
        ? joined
        : joined
            .replace(opener, '')
            .replace(/\s{2,}/g, ' ')
            .trim(),
    range: { start, end: last.line === line && last.character < column ? start : last },
    endLine,
    ending,
    mentions: rows.flatMap((row) => mentionsOf(row)),
  }
}

function continues(text: string): boolean {
  if (text.trim() === '' || /^(?:\*\*|\||<!--)/.test(text)) return false
  return fieldsOfLine(text).length === 0
}

function mentionsOf(row: Located): readonly Located[] {
  if (!row.text.includes('[')) return []
  const codes = codeSpans(row.text)
  return [...row.text.matchAll(MENTION)]
    .filter((match) => !codes.some((code) => code.outerStart <= match.index && match.index < code.outerEnd))
    .map((match) => {
      const at = row.range.start.character + match.index
      return { text: match[0], range: rangeInLine(row.range.start.line, at, at + match[0].length) }
    })
}
