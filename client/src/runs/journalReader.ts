import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import type { JournalEvent } from '#core/generated/journalEvent'
import { readJournalText } from './journalLine'

/** What one look at a journal brought. */
export interface JournalNews {
  readonly events: readonly JournalEvent[]
  /** True when the file was made anew or cut back, so that `events` begin at its first line again. */
  readonly restarted: boolean
  /** Lines before the last good one that could not be read. */
  readonly damaged: number
}

/** Reads a growing journal piece by piece. */
export interface JournalReader {
  /** The events that came since the last call; none when the file is not there. */
  read(): Promise<JournalNews>
}

const nothing: JournalNews = { events: [], restarted: false, damaged: 0 }

/**
 * Makes a reader that begins at the first line. It moves on only past good lines, so a last line
 * that is still being written, or was torn by a crash and mended later, is read again until it is whole.
 */
export function createJournalReader(file: string): JournalReader {
  let consumed = 0
  return {
    async read() {
      const handle = await open(file, 'r').catch(() => undefined)
      if (handle === undefined) return nothing
      try {
        const { size } = await handle.stat()
        const restarted = size < consumed
        if (restarted) consumed = 0
        if (size === consumed) return { ...nothing, restarted }
        const { goodBytes, ...news } = readJournalText(await readFrom(handle, consumed, size))
        consumed += goodBytes
        return { ...news, restarted }
      } finally {
        await handle.close()
      }
    },
  }
}

async function readFrom(handle: FileHandle, start: number, end: number): Promise<Buffer> {
  const bytes = Buffer.alloc(end - start)
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}
