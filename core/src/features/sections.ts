import type { TasksDocument } from '../document/tasksDocument'
import { indexLines, lineCount, lineText } from '../text/lines'
import type { Position } from '../text/position'

/**
 * The line on which each heading's section ends, by index of the heading: that of the next heading of its depth
 * or above, else one behind the last line. The section's own lines stand before it.
 */
export function sectionEnds(document: TasksDocument, lines: number): readonly number[] {
  const ends: number[] = []
  const open: number[] = []
  for (const [index, heading] of document.headings.entries()) {
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if ((document.headings[top]?.depth ?? 0) < heading.depth) break
      ends[top] = heading.line
      open.pop()
    }
    open.push(index)
  }
  for (const index of open) ends[index] = lines
  return ends
}

/** Where a text ends, and how many lines it has. */
export function extentOf(text: string): { readonly lines: number; readonly end: Position } {
  const index = indexLines(text)
  const lines = lineCount(index)
  return { lines, end: { line: lines - 1, character: lineText(index, lines - 1).length } }
}
