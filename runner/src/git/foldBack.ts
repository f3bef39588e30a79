import { chmodSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeAtomic } from '../files/atomicWrite'
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

interface FoldWrite {
  readonly path: string
  /** null: the file goes. */
  readonly content: Buffer | null
  readonly mode: string
}

/** What earlier folds will have written by then: path -> content. */
export type Overlay = Map<string, Buffer | null>

const linkMode = '120000'

/**
 * Works out how the changes between two commits fit into the main working tree as it will be after the overlay.
 * Writes nothing; without a conflict the overlay is added to.
 */
export async function planFold(
  repository: Repository,
  range: { readonly base: string; readonly head: string },
  overlay: Overlay,
): Promise<Fold> {
  const entries = await diffCommits(repository.root, range.base, range.head)
  const paths = entries.map((entry) => entry.path)
  const writes: FoldWrite[] = []
  for (const entry of entries) {
    const content = await mergedContent(repository, entry, overlay)
    if (content === undefined) return { paths, writes: [], conflict: entry.path }
    writes.push({ path: entry.path, content, mode: entry.after?.mode ?? '' })
  }
  for (const write of writes) overlay.set(write.path, write.content)
  return { paths, writes, conflict: null }
}

/** Writes a fold into the main working tree, each file in one step. */
export async function applyFold(repository: Repository, fold: Fold): Promise<void> {
  for (const { path, content, mode } of fold.writes) {
    const target = join(repository.root, path)
    if (content === null) {
      rmSync(target, { force: true })
      continue
    }
    mkdirSync(dirname(target), { recursive: true })
    if (mode === linkMode) {
      rmSync(target, { force: true })
      symlinkSync(content.toString('utf8'), target)
      continue
    }
    await writeAtomic(target, content)
    chmodSync(target, mode === '100755' ? 0o755 : 0o644)
  }
}

async function mergedContent(
  repository: Repository,
  entry: DiffEntry,
  overlay: Overlay,
): Promise<Buffer | null | undefined> {
  const { root } = repository
  const before = await blobContent(root, entry.path, entry.before)
  const after = await blobContent(root, entry.path, entry.after)
  const current = overlay.has(entry.path) ? (overlay.get(entry.path) ?? null) : currentContent(join(root, entry.path))
  if (current === undefined || entry.after?.mode === '160000') return undefined
  return mergeFile({ current, before, after })
}

/** The bytes of a file or the target of a link; null when there is none, undefined when a folder is in the way. */
function currentContent(path: string): Buffer | null | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return null
  if (stat.isSymbolicLink()) return Buffer.from(readlinkSync(path))
  return stat.isFile() ? readFileSync(path) : undefined
}
