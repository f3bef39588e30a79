import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gitBytes } from './git'

/** Three states of one file; null where there is none. */
export interface ThreeWay {
  readonly current: Buffer | null
  readonly before: Buffer | null
  readonly after: Buffer | null
}

/**
 * Brings the change from `before` to `after` into `current`: the bytes that are to stand there, null for no file,
 * undefined for a conflict. Doing it again with the result changes nothing.
 * `scratch` is a folder that is made, and emptied, for it.
 */
export async function mergeFile(
  { current, before, after }: ThreeWay,
  scratch: string,
): Promise<Buffer | null | undefined> {
  if (same(current, after)) return after
  if (same(current, before)) return after
  if (current === null || before === null || after === null) return undefined
  rmSync(scratch, { recursive: true, force: true })
  mkdirSync(scratch, { recursive: true })
  try {
    const files = { current, before, after }
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(scratch, name), bytes)
    return await gitBytes(['merge-file', '-p', 'current', 'before', 'after'], scratch)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function same(a: Buffer | null, b: Buffer | null): boolean {
  return a === null || b === null ? a === b : a.equals(b)
}
