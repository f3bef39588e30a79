import type { FenceSearch } from './fenceSearch'

const FRONTMATTER = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)(?:[^]*?(?:\r\n|\n|\r))??---[ \t]*(?=[\r\n]|$)/
const CUT = /(?:#{1,6}(?=[ \t\r\n]|$)|[-*+][ \t]+\[)/y
const FENCE = /(`{3,}(?=[^`\r\n]*(?:[\r\n]|$))|~{3,})/y
const LINE_END = /\r\n|\n|\r/g

/** From where, and at the earliest where, to look for a place to cut. */
export interface CutFrom {
  /** Start of a line at which nothing is open. */
  readonly from: number
  readonly minimum: number
  /** `from` is the start of the document, where frontmatter may stand. */
  readonly isStart: boolean
}

/**
 * The next offset, at or behind the minimum, at which a document may be cut: a heading or a box in the first
 * column ends every open list, quote and paragraph. Frontmatter, and fences in the first column, are stepped over.
 * Gives the text's length when there is no such place.
 */
export function nextCut(text: string, { from, minimum, isStart }: CutFrom, search: FenceSearch): number {
  let offset = from
  if (isStart) offset += FRONTMATTER.exec(text)?.[0].length ?? 0
  while (offset < text.length) {
    if (offset >= minimum && startsAt(CUT, text, offset) !== undefined) return offset
    const marks = startsAt(FENCE, text, offset)
    const lineEnd = behindLine(text, offset)
    const close = marks === undefined ? -1 : search(marks, lineEnd)
    offset = close < 0 ? lineEnd : close
  }
  return text.length
}

/** Whether a text begins like frontmatter that does not end in it. */
export function opensFrontmatter(text: string): boolean {
  return /^\uFEFF?---[ \t]*[\r\n]/.test(text) && !FRONTMATTER.test(text)
}

/** Whether a text holds a line that could end frontmatter. */
export function closesFrontmatter(text: string): boolean {
  return /(?:^|[\r\n])---[ \t]*(?=[\r\n]|$)/.test(text)
}

function startsAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset
  return pattern.exec(text)?.[0]
}

function behindLine(text: string, offset: number): number {
  LINE_END.lastIndex = offset
  const end = LINE_END.exec(text)
  return end === null ? text.length : end.index + end[0].length
}
