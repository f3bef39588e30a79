import { open } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'

/** Reads a growing log in pieces of bounded size. */
export interface LogTail {
  /** What came since the last call, at most the newest `limit` bytes of it. */
  read(): Promise<LogPiece>
}

/** What one look at a log brought. */
export interface LogPiece {
  readonly text: string
  /** Bytes that were left out before `text`, since there was more than the limit. */
  readonly skipped: number
}

/** Makes a tail that begins `limit` bytes before the end of what is there. A log that is not there gives ''. */
export function createLogTail(file: string, limit: number): LogTail {
  let position = 0
  let decoder = new StringDecoder('utf8')
  return {
    async read() {
      const handle = await open(file, 'r').catch(() => undefined)
      if (handle === undefined) return { text: '', skipped: 0 }
      try {
        const { size } = await handle.stat()
        if (size <= position) return { text: '', skipped: 0 }
        const skipped = Math.max(0, size - position - limit)
        if (skipped > 0) decoder = new StringDecoder('utf8')
        const bytes = Buffer.alloc(size - position - skipped)
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, position + skipped)
        position += skipped + bytesRead
        const text = decoder.write(bytes.subarray(0, bytesRead))
        // After a jump the first line is most likely a torn one.
        return { text: skipped > 0 ? text.slice(text.indexOf('\n') + 1) : text, skipped }
      } finally {
        await handle.close()
      }
    },
  }
}
