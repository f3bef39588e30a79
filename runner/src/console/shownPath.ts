import { isAbsolute, relative } from 'node:path'

/** A path as a person in this folder would type it: relative when it lies below, else as it is. Never empty. */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path)
  if (short === '') return '.'
  return short.startsWith('..') || isAbsolute(short) ? path : short
}

/** A path as one word of a command line. */
export function shellWord(path: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`
}
