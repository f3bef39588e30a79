import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import type { JournalEvent } from '#core/generated/journalEvent'
import { readJournalLine } from './journalLine'

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
        const { goodBytes, ...news } = parse(await readFrom(handle, consumed, size))
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

/** Reads whole lines; `goodBytes` end behind the last good one, since what follows may still be cut off and written anew. */
function parse(bytes: Buffer): Omit<JournalNews, 'restarted'> & { readonly goodBytes: number } {
  const events: JournalEvent[] = []
  let goodBytes = 0
  let damaged = 0
  let spoilt = 0
  for (let from = 0, to = bytes.indexOf(10); to !== -1; from = to + 1, to = bytes.indexOf(10, from)) {
    const event = readJournalLine(bytes.toString('utf8', from, to))
    if (event === undefined) {
      spoilt++
      continue
    }
    events.push(event)
    goodBytes = to + 1
    damaged += spoilt
    spoilt = 0
  }
  return { events, damaged, goodBytes }
}
