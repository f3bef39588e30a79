import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** The last 8 KB of a file, nothing of it before a byte; '' when there is none. */
export function tailOf(path: string, from = 0): string {
  try {
    const fd = openSync(path, 'r')
    try {
      const size = fstatSync(fd).size
      const length = Math.min(8192, Math.max(0, size - from))
      const bytes = Buffer.alloc(length)
      readSync(fd, bytes, 0, length, size - length)
      return bytes.toString('utf8')
    } finally {
      closeSync(fd)
    }
  } catch {
    return ''
  }
}
