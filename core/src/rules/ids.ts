const zero = '0'.charCodeAt(0)
const marks: readonly number[] = Array.from(".-'_/", (mark) => mark.charCodeAt(0))

/** What stands before an id's first digit: `T` of `T012`, '' of `1.2`. Only ids of one family have an order. */
export function familyOf(id: string): string {
  let end = 0
  while (end < id.length && !isDigit(id, end)) end++
  return id.slice(0, end)
}

/**
 * Compares two ids of one family part by part, numbers as numbers: `1.9` < `1.10`, `T024` < `T024a` < `T025`.
 * Walks both at once and makes nothing on the way, since it is asked for every task at every keystroke.
 */
export function compareIds(a: string, b: string): number {
  let [left, right] = [0, 0]
  for (;;) {
    left = skipMarks(a, left)
    right = skipMarks(b, right)
    if (left >= a.length || right >= b.length) return a.length - left - (b.length - right)
    const [leftEnd, rightEnd] = [endOfPart(a, left), endOfPart(b, right)]
    const order =
      isDigit(a, left) && isDigit(b, right)
        ? numberIn(a, left, leftEnd) - numberIn(b, right, rightEnd)
        : compareText(a.slice(left, leftEnd), b.slice(right, rightEnd))
    if (order !== 0) return order
    left = leftEnd
    right = rightEnd
  }
}

/** The number before an id's first full stop: 2 of `2.1`; undefined for other ids. */
export function sectionOf(id: string): number | undefined {
  let end = 0
  while (end < id.length && isDigit(id, end)) end++
  return end > 0 && id[end] === '.' ? Number(id.slice(0, end)) : undefined
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= zero && code < zero + 10
}

function numberIn(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - zero
  return number
}

function isMark(text: string, at: number): boolean {
  return marks.includes(text.charCodeAt(at))
}

function skipMarks(text: string, from: number): number {
  let at = from
  while (at < text.length && isMark(text, at)) at++
  return at
}

function endOfPart(text: string, from: number): number {
  const digits = isDigit(text, from)
  let at = from + 1
  while (at < text.length && !isMark(text, at) && isDigit(text, at) === digits) at++
  return at
}
