import type { JournalEvent } from '../generated/journalEvent'

/** What the whole lines of a journal, or of a piece of it, held. */
export interface JournalLines {
  readonly events: readonly JournalEvent[]
  /** Where the last good line ends, in bytes; what follows may still be cut off and written anew. */
  readonly goodBytes: number
  /** Lines before the last good one that could not be read. */
  readonly damaged: number
}

/** Makes the checksum of a text: the first 8 hex digits of its SHA-256. */
export type Checksum = (text: string) => string

const newline = 10
const sumAtEnd = /,"sum":"([0-9a-f]{8})"\}$/

/** Reads whole lines of UTF-8. A last line without its newline, or spoilt, counts as never written. */
export function readJournalLines(
  bytes: Uint8Array & { toString(encoding: 'utf8', from: number, to: number): string },
  checksum: Checksum,
): JournalLines {
  const events: JournalEvent[] = []
  let goodBytes = 0
  let damaged = 0
  let spoilt = 0
  for (let from = 0, to = bytes.indexOf(newline); to !== -1; from = to + 1, to = bytes.indexOf(newline, from)) {
    const event = openJournalLine(bytes.toString('utf8', from, to), checksum)
    if (event === undefined) {
      spoilt++
      continue
    }
    events.push(event)
    goodBytes = to + 1
    damaged += spoilt
    spoilt = 0
  }
  return { events, goodBytes, damaged }
}

/** One line of a journal without its newline, or undefined when it is torn, spoilt, or no event. */
export function openJournalLine(line: string, checksum: Checksum): JournalEvent | undefined {
  const end = sumAtEnd.exec(line)
  if (end === null || checksum(`${line.slice(0, end.index)}}`) !== end[1]) return undefined
  try {
    const event: unknown = JSON.parse(line)
    return isEvent(event) ? event : undefined
  } catch {
    return undefined
  }
}

/** The checksum vouches for the rest: only the runner writes it. */
function isEvent(value: unknown): value is JournalEvent {
  return typeof value === 'object' && value !== null && 'v' in value && value.v === 1 && 'kind' in value
}
