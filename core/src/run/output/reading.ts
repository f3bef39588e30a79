/** What one line of an executor's output tells. */
export interface Reading {
  /** The executor's own words, or null. Never the prompt, never a tool's output. */
  readonly words: Words | null
  /** The event that ends the stream, or null. */
  readonly terminal: { readonly ok: boolean; readonly message: string | null } | null
  /** A rate limit or refused login that the stream names outright, or null. */
  readonly limit: Limit | null
  /** True for an event that is no speech (a tool is used, a turn begins): words before and after it are apart. */
  readonly breaks: boolean
  /** Paths of files that the executor says it has written, as it names them. */
  readonly edited: readonly string[]
  /** The line as people read it; empty for lines that are of no interest to them. */
  readonly shown: readonly string[]
}

/** Something that the executor itself said. */
export interface Words {
  readonly text: string
  /** Words with the same part as those before go on with them, letter by letter; null for a whole message. */
  readonly part: string | null
}

/** Why no further executor should start for now. */
export interface Limit {
  readonly kind: 'rate-limit' | 'login'
  readonly message: string
  /** ISO 8601, or null when it is unknown. */
  readonly until: string | null
}

/** Reads one line of one format. Never throws: a line that is not in the format is shown as it is. */
export type LineReader = (line: string) => Reading

/** A line that tells nothing. */
export const silent: Reading = { words: null, terminal: null, limit: null, breaks: false, edited: [], shown: [] }

/** A whole message of the executor. */
export function said(text: string): Reading {
  return { ...silent, words: { text, part: null }, shown: text.split('\n') }
}

/** A tool in use: shown as one line. */
export function used(line: string, edited: readonly string[] = []): Reading {
  return { ...silent, breaks: true, edited, shown: [line] }
}

/** The end of a stream. */
export function ended(ok: boolean, message: string | null, shown: readonly string[] = []): Reading {
  return { ...silent, terminal: { ok, message }, shown }
}
