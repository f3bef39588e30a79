import { isAbsolute, relative } from 'node:path'
import { safeLine } from './safeText'

/** A path as a person in this folder would type it: relative when it lies below, else as it is. One harmless line, never empty. */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path)
  if (short === '') return '.'
  return safeLine(short.startsWith('..') || isAbsolute(short) ? path : short)
}

/** A path as one word of a command line, on one harmless line. */
export function shellWord(path: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(path) ? path : `'${safeLine(path).replaceAll("'", `'\\''`)}'`
}
