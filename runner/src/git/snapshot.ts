import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { Repository } from './repository'
import { changedPaths } from './status'

/** What differed from HEAD at one moment: path -> a fingerprint of its state. */
export type Snapshot = Readonly<Record<string, string>>

/** Looks at everything that differs from HEAD. A path is fingerprinted by size and time, not by its content. */
export async function takeSnapshot(repository: Repository): Promise<Snapshot> {
  const changed = await changedPaths(repository)
  return Object.fromEntries(changed.map(({ path }) => [path, fingerprint(join(repository.root, path))]))
}

/** The paths that are not in both snapshots alike, sorted. */
export function changedBetween(before: Snapshot, after: Snapshot): readonly string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...paths].filter((path) => before[path] !== after[path]).sort()
}

/** Size, time and mode of a file; `gone` when there is none. */
export function fingerprint(path: string): string {
  try {
    const stat = lstatSync(path, { bigint: true })
    return `${stat.size} ${stat.mtimeNs} ${stat.mode}`
  } catch {
    return 'gone'
  }
}
