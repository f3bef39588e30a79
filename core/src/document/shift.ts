import type { Range } from '../text/position'
import type { Blocks, LineSpan } from './blocks'

/** A range moved down by so many lines; the very same range for none. */
export function shiftRange(range: Range, by: number): Range {
  if (by === 0) return range
  const { start, end } = range
  return {
    start: { line: start.line + by, character: start.character },
    end: { line: end.line + by, character: end.character },
  }
}

/** Anything with a range, moved down by so many lines. */
export function shiftPlaced<T extends { readonly range: Range }>(placed: T, by: number): T {
  return by === 0 ? placed : { ...placed, range: shiftRange(placed.range, by) }
}

/** The blocks of a chunk, moved down by so many lines. */
export function shiftBlocks(blocks: Blocks, by: number): Blocks {
  if (by === 0) return blocks
  const span = <T extends LineSpan>(each: T): T => ({ ...each, start: each.start + by, end: each.end + by })
  const items = [...blocks.items].map(
    ([line, item]) => [line + by, { end: item.end + by, wordsEnd: item.wordsEnd + by }] as const,
  )
  return {
    headings: blocks.headings.map(span),
    fences: blocks.fences.map(span),
    hidden: blocks.hidden.map(span),
    items: new Map(items),
    rules: blocks.rules.map((line) => line + by),
    frontmatterEnd: blocks.frontmatterEnd < 0 ? -1 : blocks.frontmatterEnd + by,
    open: blocks.open === null ? null : { ...blocks.open, line: blocks.open.line + by },
  }
}
