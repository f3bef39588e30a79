import { createHash } from 'node:crypto'
import { readJournalLines, type JournalLines } from '#core/run/journalLines'

/** Reads the whole lines of a piece of a journal. */
export function readJournalText(bytes: Buffer): JournalLines {
  return readJournalLines(bytes, (text) => createHash('sha256').update(text).digest('hex').slice(0, 8))
}
