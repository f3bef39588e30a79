import { lstatSync } from 'node:fs'

/**
 * True for an ordinary file. A link may lead anywhere, and reading a pipe or a device may never end:
 * executors can put any of these where a file is expected.
 */
export function isPlainFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
}
