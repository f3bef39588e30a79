import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import type { OutputFormat } from '#core/run/output/formats'
import { renderLine } from '#core/run/output/render'

/** Prints a log that grows. */
export interface LogPrinter {
  /** Prints what has come since the last time, whole lines of it. */
  readonly printNew: () => void
  /** Prints a last line without an end. */
  readonly end: () => void
}

const chunkBytes = 65_536

/** Prints a log from its start: as it is for plain text, as readable lines for an agent's event stream. */
export function logPrinter(path: string, format: OutputFormat, out: (text: string) => void): LogPrinter {
  const decoder = new StringDecoder('utf8')
  let position = 0
  let rest = ''
  const take = (text: string): void => {
    if (format === 'text') {
      out(text)
      return
    }
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) for (const shown of renderLine(format, line)) out(`${shown}\n`)
  }
  return {
    printNew: () => {
      const fd = open(path)
      if (fd === undefined) return
      try {
        const chunk = Buffer.alloc(chunkBytes)
        for (
          let count = readSync(fd, chunk, 0, chunkBytes, position);
          count > 0;
          count = readSync(fd, chunk, 0, chunkBytes, position)
        ) {
          position += count
          take(decoder.write(chunk.subarray(0, count)))
        }
      } finally {
        closeSync(fd)
      }
    },
    end: () => {
      if (rest !== '') take('\n')
    },
  }
}

function open(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch {
    return undefined
  }
}
