import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { renderLine } from '#core/run/output/render'
import type { OutputFormat } from '#core/run/output/formats'
import { safeLine } from './safeText'

/** How much of a log's end is looked at, in bytes. */
const tail = 16_384

/** The last thing an executor said, as one harmless line; '' when it has said nothing yet. */
export function lastLine(log: string, format: OutputFormat): string {
  const lines = readTail(log).split(/\r\n|\n|\r/)
  for (let at = lines.length - 1; at >= 0; at--) {
    if (isRunnersOwn(lines[at] ?? '')) continue
    const shown = renderLine(format, lines[at] ?? '')
      .map(safeLine)
      .findLast((line) => line !== '')
    if (shown !== undefined) return shown
  }
  return ''
}

/** The header lines that the runner itself writes into a log. */
function isRunnersOwn(line: string): boolean {
  return line.startsWith('── ')
}

function readTail(path: string): string {
  try {
    const fd = openSync(path, 'r')
    try {
      const { size } = fstatSync(fd)
      const bytes = Buffer.alloc(Math.min(size, tail))
      const count = readSync(fd, bytes, 0, bytes.length, Math.max(0, size - tail))
      return bytes.toString('utf8', 0, count)
    } finally {
      closeSync(fd)
    }
  } catch {
    return ''
  }
}
