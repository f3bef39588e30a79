/** What a task expects of its last Verify command besides that it passes. */
export interface Expectation {
  /** The exit code that counts as passed. */
  readonly code: number | 'non-zero'
  /** The number it is to print, or null when nothing clear is said. */
  readonly shows: { readonly kind: 'exactly' | 'at-least' | 'at-most'; readonly value: number } | null
}

const words: Readonly<Record<string, number>> = {
  no: 0,
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
const amount = String.raw`(\d+|no|zero|one|two|three|four|five|six|seven|eight|nine|ten)`
const shows = new RegExp(
  String.raw`\b(?:shows?|prints?|outputs?|displays?|reports?|returns?|counts?|is|gives?)\s+(?:(at least|at most|exactly|only)\s+)?${amount}\b(?!\.\d)`,
  'i',
)
const exits =
  /\bexits?(?:\s+with)?(?:\s+(?:code|status))?\s+(\d+|non-?zero)\b|\bexit (?:code|status)\s+(?:is\s+)?(\d+|non-?zero)\b/i

/** Reads the words behind a Verify command: "exits 1", "shows 3 files", "shows at least 3". Unclear words expect exit code 0. */
export function readExpectation(text: string | null): Expectation {
  if (text === null) return { code: 0, shows: null }
  const exit = exits.exec(text)
  const exitWord = exit?.[1] ?? exit?.[2]
  const code = exitWord === undefined ? 0 : /^\d+$/.test(exitWord) ? Number(exitWord) : 'non-zero'
  const match = shows.exec(text)
  if (match === null || match[2] === undefined) return { code, shows: null }
  const value = words[match[2].toLowerCase()] ?? Number(match[2])
  const bound = match[1]?.toLowerCase()
  const kind = bound === 'at least' ? 'at-least' : bound === 'at most' ? 'at-most' : 'exactly'
  return { code, shows: { kind, value } }
}

/** How an output misses its expectation, as the end of a sentence; null when it meets it or nobody can tell. */
export function missesExpectation(expectation: Expectation, output: string): string | null {
  if (expectation.shows === null) return null
  const shown = shownNumber(output)
  if (shown === undefined) return null
  const { kind, value } = expectation.shows
  const met = kind === 'exactly' ? shown === value : kind === 'at-least' ? shown >= value : shown <= value
  return met ? null : `showed ${shown}, expected ${kind === 'exactly' ? '' : `${kind.replace('-', ' ')} `}${value}`
}

/** The number that is all an output says: its only line, or undefined. */
function shownNumber(output: string): number | undefined {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [line, ...more] = lines
  return line !== undefined && more.length === 0 && /^\d+$/.test(line) ? Number(line) : undefined
}
