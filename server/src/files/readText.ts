import { readFile, stat } from 'node:fs/promises'

/** Larger files are no specs. */
const largest = 20 * 1024 * 1024

/** The text of a file; undefined when it is missing, no file, unreadable, too large or binary. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    const info = await stat(file)
    if (!info.isFile() || info.size > largest) return undefined
    const text = await readFile(file, 'utf8')
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}
