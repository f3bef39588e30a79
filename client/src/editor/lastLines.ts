import { stripVTControlCharacters } from 'node:util'

/** Characters that are not to be seen, but for tabs and line ends. */
const unseen = /[^\P{Cc}\t\n]/gu

/** The last lines of a log that say something, without colours and control characters; each cut at `width` characters. */
export function lastLines(text: string, count: number, width: number): readonly string[] {
  return stripVTControlCharacters(text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(unseen, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .slice(-count)
    .map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line))
}
