import type { Position, Range } from './position'

/** Where the lines of a text begin. CRLF, LF and CR end a line, mixed as they come; nothing else does. */
export interface LineIndex {
  readonly text: string
  /** Offset of each line's first character; the first is 0. */
  readonly starts: readonly number[]
  /** Line number of the first line: 0 for a whole text, more for a piece of one. */
  readonly firstLine: number
}

const LF = 10
const CR = 13

/** Indexes a text, or a piece of one that begins at line `firstLine`. An empty text has one empty line. */
export function indexLines(text: string, firstLine = 0): LineIndex {
  const starts = [0]
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset)
    if (code === LF || (code === CR && text.charCodeAt(offset + 1) !== LF)) starts.push(offset + 1)
  }
  return { text, starts, firstLine }
}

/** Number of lines; a text that ends with a line ending has an empty last line. */
export function lineCount(lines: LineIndex): number {
  return lines.starts.length
}

/** A line without its line ending; '' when there is no such line. `line` counts from `firstLine`. */
export function lineText(lines: LineIndex, line: number): string {
  const start = lines.starts[line - lines.firstLine]
  return start === undefined ? '' : lines.text.slice(start, endOfLine(lines, line))
}

/** Offset just behind a line's last character, before its line ending; the text's end when there is no such line. */
export function endOfLine(lines: LineIndex, line: number): number {
  let end = lines.starts[line - lines.firstLine + 1]
  if (end === undefined) return lines.text.length
  if (lines.text.charCodeAt(end - 1) === LF) end--
  if (lines.text.charCodeAt(end - 1) === CR && end > (lines.starts[line - lines.firstLine] ?? 0)) end--
  return end
}

/** The position of an offset; offsets outside the text give its first or last position. */
export function positionAt(lines: LineIndex, offset: number): Position {
  const wanted = Math.min(Math.max(offset, 0), lines.text.length)
  let low = 0
  let high = lines.starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines.starts[middle] ?? 0) <= wanted) low = middle
    else high = middle - 1
  }
  return { line: low + lines.firstLine, character: wanted - (lines.starts[low] ?? 0) }
}

/** The offset of a position; one behind the end of its line or of the text is moved back to that end. */
export function offsetAt(lines: LineIndex, position: Position): number {
  if (position.line < lines.firstLine) return 0
  const start = lines.starts[position.line - lines.firstLine]
  if (start === undefined) return lines.text.length
  return Math.min(start + Math.max(position.character, 0), endOfLine(lines, position.line))
}

/** The text of a range. */
export function textIn(lines: LineIndex, range: Range): string {
  return lines.text.slice(offsetAt(lines, range.start), offsetAt(lines, range.end))
}

/** A range within one line. */
export function rangeInLine(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } }
}
