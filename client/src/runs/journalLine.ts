import { createHash } from 'node:crypto'
import type { JournalEvent } from '#core/generated/journalEvent'

const sumAtEnd = /,"sum":"([0-9a-f]{8})"\}$/

/**
 * Reads one complete line of a journal. Undefined when it is torn or damaged:
 * no checksum at its end, one that does not fit the rest of the line, or no JSON.
 */
export function readJournalLine(line: string): JournalEvent | undefined {
  const sum = sumAtEnd.exec(line)
  if (sum === null || sum[1] !== checksum(`${line.slice(0, sum.index)}}`)) return undefined
  try {
    const value: unknown = JSON.parse(line)
    return isEvent(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** First 8 hex digits of the SHA-256 of a text. */
function checksum(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 8)
}

/** Only the runner writes checksummed lines into a journal, and the checksum has shown that this one is as it was written. */
function isEvent(value: unknown): value is JournalEvent {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && 'seq' in value && typeof value.seq === 'number'
  )
}
