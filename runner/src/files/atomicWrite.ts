import writeFileAtomic from 'write-file-atomic'

/**
 * Writes a whole file so that a reader, or a crash, sees either the old bytes or the new ones: a temporary file beside
 * it, flushed to disk, then renamed. Mode and owner of an existing file stay; a symbolic link stays one.
 */
export async function writeAtomic(path: string, data: string | Uint8Array): Promise<void> {
  await writeFileAtomic(path, typeof data === 'string' ? data : Buffer.from(data))
}
