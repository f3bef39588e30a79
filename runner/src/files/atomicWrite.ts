import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'

/**
 * Writes a whole file so that a reader, or a crash, sees either the old bytes or the new ones: a temporary file beside
 * it, flushed to disk, then renamed. Mode and owner of an existing file stay; a symbolic link stays one.
 */
export async function writeAtomic(path: string, data: string | Uint8Array): Promise<void> {
  await writeFileAtomic(path, typeof data === 'string' ? data : Buffer.from(data))
}

/** How write-file-atomic names its temporary file: the name of the file itself and a number of 32 bits. */
const torn = /^(?:\.ralph-state\.json|\.progress\.md)\.\d{1,10}$/

/** True for the name of a file that a writer is at work on, or was when it was killed. */
export function isDraft(name: string): boolean {
  return torn.test(name)
}

/** Removes what writers that were killed in the middle left in a spec folder. Only for the owner of the spec's lock. */
export function removeTornWrites(specDir: string): void {
  for (const name of readdirSync(specDir).filter(isDraft)) rmSync(join(specDir, name), { force: true })
}
