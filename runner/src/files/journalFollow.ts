import { closeSync, openSync, readSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { JournalEvent } from '#core/generated/journalEvent'
import { journalFile } from './journal'
import { openEvent } from './journalLine'

/**
 * Yields the events of a run's journal, those there already first, then new ones as they are written.
 * Ends when the signal aborts. A torn last line is waited for, not given out.
 */
export async function* followJournal(folder: string, signal: AbortSignal, pollMs = 100): AsyncGenerator<JournalEvent> {
  const fd = openSync(journalFile(folder), 'r')
  try {
    let position = 0
    let rest = Buffer.alloc(0)
    while (!signal.aborted) {
      const chunk = Buffer.alloc(65_536)
      const count = readSync(fd, chunk, 0, chunk.length, position)
      if (count === 0) {
        await delay(pollMs, undefined, { signal }).catch(() => undefined)
        continue
      }
      position += count
      rest = Buffer.concat([rest, chunk.subarray(0, count)])
      for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
        const event = openEvent(rest.toString('utf8', 0, end))
        rest = rest.subarray(end + 1)
        if (event !== undefined) yield event
      }
    }
  } finally {
    closeSync(fd)
  }
}
