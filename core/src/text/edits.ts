import { indexLines, offsetAt } from './lines'
import type { TextEdit } from './position'

/**
 * Applies edits that all refer to `text` and do not overlap, in any order; everything else stays byte for byte.
 * Insertions at one place keep their order. Positions outside the text are moved to its nearest place.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  if (edits.length === 0) return text
  const lines = indexLines(text)
  const placed = edits
    .map((edit) => ({
      start: offsetAt(lines, edit.range.start),
      end: offsetAt(lines, edit.range.end),
      newText: edit.newText,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let done = 0
  for (const edit of placed) {
    result += text.slice(done, Math.max(done, edit.start)) + edit.newText
    done = Math.max(done, edit.end)
  }
  return result + text.slice(done)
}
