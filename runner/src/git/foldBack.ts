import { lstatSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { isBehindLink, removeDrafts, writeFold, type FoldWrite } from './foldWrite'
import { mergeFile } from './mergeFile'
import type { Repository } from './repository'
import { blobContent, diffCommits, type DiffEntry } from './treeDiff'

/** What bringing one task's work into the main working tree comes to. */
export interface Fold {
  /** Every path the task changed. */
  readonly paths: readonly string[]
  readonly writes: readonly FoldWrite[]
  /** The first path whose changes do not fit together with what stands there now, or null. */
  readonly conflict: string | null
}

/** What earlier folds will have written by then: path -> content. */
export type Overlay = Map<string, Buffer | null>

/** What a fold is planned with. */
export interface FoldPlace {
  readonly overlay: Overlay
  /** A folder that may be made and emptied. */
  readonly scratch: string
}

/**
 * Works out how the changes between two commits fit into the main working tree as it will be after the overlay.
 * Writes nothing; without a conflict the overlay is added to.
 */
export async function planFold(
  repository: Repository,
  range: { readonly base: string; readonly head: string },
  place: FoldPlace,
): Promise<Fold> {
  const entries = await diffCommits(repository.root, range.base, range.head)
  const paths = entries.map((entry) => entry.path)
  const writes: FoldWrite[] = []
  for (const entry of entries) {
    const content = await mergedContent(repository, entry, place)
    if (content === undefined) return { paths, writes: [], conflict: entry.path }
    writes.push({ path: entry.path, content, mode: entry.after?.mode ?? '' })
  }
  for (const write of writes) place.overlay.set(write.path, write.content)
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
  if (isBehindLink(root, entry.path)) return undefined
  const before = await blobContent(root, entry.path, entry.before)
  const after = await blobContent(root, entry.path, entry.after)
  const current = overlay.has(entry.path) ? (overlay.get(entry.path) ?? null) : currentContent(join(root, entry.path))
  if (current === undefined || entry.after?.mode === '160000') return undefined
  return mergeFile({ current, before, after }, scratch)
}

/** The bytes of a file or the target of a link; null when there is none, undefined when a folder is in the way. */
function currentContent(path: string): Buffer | null | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return null
  if (stat.isSymbolicLink()) return Buffer.from(readlinkSync(path))
  return stat.isFile() ? readFileSync(path) : undefined
}
