import { open, type FileHandle } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'

/** Reads a growing file line by line, in bounded memory. */
export interface LogFollower {
  /** Reads what is new, and tells how many bytes that was. A file that is not there yet has none. */
  poll(): Promise<number>
  /** Gives out a last line that has no newline. */
  flush(): void
  close(): Promise<void>
}

/** Longer lines are no events and no words; they are left out. */
const maxLine = 8 * 1024 * 1024
const chunkSize = 256 * 1024

/** Follows a file from a byte on. `onLine` gets every line without its line end. */
export async function followLog(path: string, from: number, onLine: (line: string) => void): Promise<LogFollower> {
  const handle = await open(path, 'r')
  const decoder = new StringDecoder('utf8')
  const chunk = Buffer.allocUnsafe(chunkSize)
  let position = from
  let rest = ''
  let tooLong = false

  const take = (text: string): void => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (!tooLong) onLine(line.endsWith('\r') ? line.slice(0, -1) : line)
      tooLong = false
    }
    if (rest.length <= maxLine) return
    tooLong = true
    rest = ''
  }
  return {
    async poll() {
      let grown = 0
      for (;;) {
        const { bytesRead } = await handle.read(chunk, 0, chunkSize, position)
        if (bytesRead === 0) return grown
        position += bytesRead
        grown += bytesRead
        take(decoder.write(chunk.subarray(0, bytesRead)))
      }
    },
    flush() {
      const last = rest + decoder.end()
      rest = ''
      if (last !== '' && !tooLong) onLine(last)
    },
    close: () => handle.close(),
  }
}

/** Watches the size of a file only. */
export async function followSize(path: string): Promise<LogFollower> {
  const handle: FileHandle = await open(path, 'r')
  let size = (await handle.stat()).size
  return {
    async poll() {
      const before = size
      size = (await handle.stat()).size
      return Math.max(0, size - before)
    },
    flush: () => undefined,
    close: () => handle.close(),
  }
}
