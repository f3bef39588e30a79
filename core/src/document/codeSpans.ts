/** A backticked piece of a line; offsets are within the line handed in. */
export interface CodeSpan {
  /** Without the backticks, and without the one space that shields a backtick inside. */
  readonly text: string
  /** The text's own offsets. */
  readonly start: number
  readonly end: number
  /** Offsets with the backticks. */
  readonly outerStart: number
  readonly outerEnd: number
}

/** The code spans of one line, as CommonMark pairs backticks: a run closes with the next run of its length. */
export function codeSpans(line: string): readonly CodeSpan[] {
  const spans: CodeSpan[] = []
  for (let at = line.indexOf('`'); at >= 0; at = line.indexOf('`', at)) {
    const length = runLength(line, at)
    const inner = at + length
    const close = at > 0 && line[at - 1] === '\\' ? -1 : closingRun(line, inner, length)
    if (close < 0) {
      at = inner
      continue
    }
    spans.push({ ...shielded(line, inner, close), outerStart: at, outerEnd: close + length })
    at = close + length
  }
  return spans
}

function shielded(line: string, start: number, end: number): { text: string; start: number; end: number } {
  const text = line.slice(start, end)
  if (text.length > 2 && text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '') {
    return { text: text.slice(1, -1), start: start + 1, end: end - 1 }
  }
  return { text, start, end }
}

function closingRun(line: string, from: number, length: number): number {
  for (let at = line.indexOf('`', from); at >= 0; at = line.indexOf('`', at)) {
    const run = runLength(line, at)
    if (run === length) return at
    at += run
  }
  return -1
}

function runLength(line: string, at: number): number {
  let end = at
  while (line[end] === '`') end++
  return end - at
}
