import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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
 */
export async function mergeFile({ current, before, after }: ThreeWay): Promise<Buffer | null | undefined> {
  if (same(current, after)) return after
  if (same(current, before)) return after
  if (current === null || before === null || after === null) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'parallel-tasks-merge-'))
  try {
    const files = { current, before, after }
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
    return await gitBytes(['merge-file', '-p', 'current', 'before', 'after'], folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function same(a: Buffer | null, b: Buffer | null): boolean {
  return a === null || b === null ? a === b : a.equals(b)
}
