import type { Readable } from 'node:stream'

/** Longest line that is taken in; a peer that sends more is cut off. */
const maxLine = 16 * 1024 * 1024

/** Calls back with every whole line of a stream, without its newline. A peer without measure is disconnected. */
export function readLines(stream: Readable, onLine: (line: string) => void): void {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    rest += chunk
    for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n')) {
      const line = rest.slice(0, end)
      rest = rest.slice(end + 1)
      if (line.trim() !== '') onLine(line)
    }
    if (rest.length > maxLine) stream.destroy()
  })
}
