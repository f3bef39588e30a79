import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, takeSnapshot, type Snapshot } from '../git/snapshot'
import type { RunContext } from './runContext'

/** Notes how the working tree looks before a batch, so that what was there before is not taken for its work. */
export async function noteBaseline(context: RunContext, batch: number): Promise<void> {
  if (context.repository === undefined) return
  writeFileSync(baselineFile(context, batch), JSON.stringify(await takeSnapshot(context.repository)))
}

/** Tells of a changed path whether it looks different now than before a batch; true when nobody noted how it looked. */
export function changedSince(context: RunContext, batch: number): (path: string) => boolean {
  const before = readBaseline(context, batch)
  return (path) => before === undefined || before[path] !== fingerprint(join(context.root, path))
}

function readBaseline(context: RunContext, batch: number): Snapshot | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(baselineFile(context, batch), 'utf8'))
    return isSnapshot(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isSnapshot(value: unknown): value is Snapshot {
  return typeof value === 'object' && value !== null && Object.values(value).every((state) => typeof state === 'string')
}

function baselineFile(context: RunContext, batch: number): string {
  return join(context.journal.folder, `baseline-${batch}.json`)
}
