/** Finds the line that closes a fence: the offset just behind it, or -1 when there is none from `from` on. */
export type FenceSearch = (marks: string, from: number) => number

/**
 * A search through one text that remembers in vain searches, so that a document full of
 * fences that never close is still read in one pass.
 */
export function createFenceSearch(text: string): FenceSearch {
  const none = new Map<string, number>()
  return (marks, from) => {
    if (from >= (none.get(marks) ?? Number.POSITIVE_INFINITY)) return -1
    const mark = marks.charAt(0)
    for (let at = text.indexOf(marks, from); at >= 0; at = text.indexOf(marks, at)) {
      const close = closeAt(text, at, mark)
      if (close.closes) return close.end
      at = close.end
    }
    none.set(marks, Math.min(from, none.get(marks) ?? from))
    return -1
  }
}

function closeAt(text: string, at: number, mark: string): { readonly closes: boolean; readonly end: number } {
  let begin = at
  while (begin > 0 && text[begin - 1] === ' ') begin--
  const atLineStart = begin === 0 || text[begin - 1] === '\n' || text[begin - 1] === '\r'
  let end = at
  while (text[end] === mark) end++
  while (text[end] === ' ' || text[end] === '\t') end++
  const atLineEnd = end >= text.length || text[end] === '\n' || text[end] === '\r'
  if (!atLineStart || at - begin > 3 || !atLineEnd) return { closes: false, end }
  if (text[end] === '\r' && text[end + 1] === '\n') end++
  return { closes: true, end: Math.min(end + 1, text.length) }
}
