import { join } from 'node:path'
import { removeDrafts, writeFold, type FoldWrite } from './foldWrite'
import { mergeFile } from './mergeFile'
import type { Repository } from './repository'
import { modeOf, standingAt, type Overlay } from './standing'
import { blobContent, diffCommits, type DiffEntry } from './treeDiff'

/** What bringing one task's work into the main working tree comes to. */
export interface Fold {
  /** Every path the task changed. */
  readonly paths: readonly string[]
  readonly writes: readonly FoldWrite[]
  /** The first path whose changes do not fit together with what stands there now, or null. */
  readonly conflict: string | null
}

/** What a fold is planned with. */
export interface FoldPlace {
  readonly overlay: Overlay
  /** A folder that may be made and emptied. */
  readonly scratch: string
}

/**
 * Works out how the changes between two commits fit into the main working tree as it will be after the overlay.
 * Writes nothing; without a conflict the overlay is added to. Paths that are `apart` are left as they are.
 */
export async function planFold(
  repository: Repository,
  range: { readonly base: string; readonly head: string; readonly apart: (path: string) => boolean },
  place: FoldPlace,
): Promise<Fold> {
  const entries = (await diffCommits(repository.root, range.base, range.head)).filter(({ path }) => !range.apart(path))
  const paths = entries.map((entry) => entry.path)
  const writes: FoldWrite[] = []
  const overlay: Overlay = new Map(place.overlay)
  // What goes makes room: a file may become a folder, and a folder a file.
  const [gone, kept] = [entries.filter(({ after }) => after === null), entries.filter(({ after }) => after !== null)]
  for (const entry of [...gone, ...kept]) {
    const content = await mergedContent(repository, entry, { ...place, overlay })
    if (content === undefined) return { paths, writes: [], conflict: entry.path }
    writes.push({ path: entry.path, content, mode: mergedMode(repository, entry) })
    overlay.set(entry.path, content)
  }
  for (const [path, content] of overlay) place.overlay.set(path, content)
  return { paths, writes, conflict: null }
}

/** Writes a fold into the main working tree, each file in one step. */
export function applyFold(repository: Repository, fold: Fold): void {
  for (const write of fold.writes) writeFold(repository.root, write)
}

/** Removes what an `applyFold` that was killed in the middle has left. */
export function tidyFold(repository: Repository, fold: Fold): void {
  removeDrafts(repository.root, fold.paths)
}

async function mergedContent(
  repository: Repository,
  entry: DiffEntry,
  { overlay, scratch }: FoldPlace,
): Promise<Buffer | null | undefined> {
  const { root } = repository
  const before = await blobContent(root, entry.path, entry.before)
  const after = await blobContent(root, entry.path, entry.after)
  const current = standingAt(root, entry.path, overlay)
  if (current === undefined || entry.after?.mode === '160000') return undefined
  return mergeFile({ current, before, after }, scratch)
}

/** A task that did not change a file's mode leaves that of others alone. */
function mergedMode({ root }: Repository, { path, before, after }: DiffEntry): string {
  const stands = before?.mode === after?.mode ? modeOf(join(root, path)) : undefined
  return stands ?? after?.mode ?? ''
}
