/** A piece of a line; offsets are within that line. */
export interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
}

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '（': '）' }

/**
 * Splits `line` from `start` to `end` at commas and semicolons that stand outside backticks, brackets and braces.
 * Pieces come trimmed; empty ones are left out.
 */
export function splitList(line: string, start: number, end: number): readonly Piece[] {
  const pieces: Piece[] = []
  const closers: string[] = []
  let code = false
  let from = start
  for (let at = start; at < end; at++) {
    const character = line.charAt(at)
    if (character === '`') code = !code
    if (code) continue
    const closer = CLOSERS[character]
    if (closer !== undefined) closers.push(closer)
    else if (closers.at(-1) === character) closers.pop()
    else if (closers.length === 0 && /[,;，、；]/.test(character)) {
      pieces.push(trimmedPiece(line, from, at))
      from = at + 1
    }
  }
  pieces.push(trimmedPiece(line, from, end))
  return pieces.filter((piece) => piece.text !== '')
}

/** A stretch of a line without the white space around it. */
export function trimmedPiece(line: string, start: number, end: number): Piece {
  const raw = line.slice(start, end)
  const lead = raw.length - raw.trimStart().length
  const text = raw.trim()
  return { text, start: start + lead, end: start + lead + text.length }
}
