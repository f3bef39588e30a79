import { lineText, type LineIndex } from '../text/lines'
import type { HeadingBlock } from './blocks'
import { readId } from './ids'
import type { RawHeading } from './reading'

/** Reads a heading of either kind; its text comes without the marks around it. */
export function readHeading(lines: LineIndex, block: HeadingBlock): RawHeading {
  const last = block.underlined ? Math.max(block.start, block.end - 1) : block.end
  const rows: string[] = []
  for (let line = block.start; line <= last; line++) rows.push(lineText(lines, line).trim())
  const joined = rows.join(' ').replace(/^\uFEFF/, '')
  const text = block.underlined ? joined : joined.replace(/^\s*#{1,6}\s*/, '').replace(/(?:^|\s+)#+\s*$/, '')
  return {
    depth: block.depth,
    text: text.trim(),
    line: block.start,
    range: {
      start: { line: block.start, character: 0 },
      end: { line: block.end, character: lineText(lines, block.end).length },
    },
    hasId: startsWithId(text.trim()),
  }
}

/** `Task 1.1: …`, `T001 …`, `1.1 …`; a plain `1. Section` numbers a section and names no task. */
function startsWithId(text: string): boolean {
  const start = /^(?:[*_~`]|\[[^\]]*\]\s*)*/.exec(text)?.[0].length ?? 0
  const found = readId(text, start)
  if (found === undefined) return false
  return /[A-Za-z.]/.test(found.id) || /^task\s/i.test(text.slice(start))
}
