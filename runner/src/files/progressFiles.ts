import { lstat, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { mergeProgress, type ProgressSource, type SkippedProgress, skipReason } from '#core/progress/merge'
import { writeAtomic } from './atomicWrite'
import { hasCode } from './errorCode'

/** A task whose progress file is to be merged. */
export interface ProgressTask {
  readonly index: number
  readonly id: string | null
  readonly title: string
}

/** What came of merging. */
export interface MergedFiles {
  readonly merged: number[]
  readonly skipped: SkippedProgress[]
  /** Of those skipped: nothing is wrong with their files, `.progress.md` could not take them. A later merge can. */
  readonly waiting: readonly number[]
}

/** Largest progress file that is read, in bytes; a bigger one is no notes. */
const largest = 4 * 1024 * 1024

/** How often a merge begins anew when a person saves `.progress.md` at the same moment. */
const tries = 5

/** Name of the file that one task of a batch writes its notes to. */
export function progressFileName(index: number): string {
  return `.progress-task-${index}.md`
}

/**
 * Merges the progress files of these tasks into `.progress.md`, in index order; writes it in one step and only when a
 * byte changes. A file that is missing, torn or no text is skipped with its reason. Deletes nothing.
 */
export async function mergeProgressFiles(specDir: string, tasks: readonly ProgressTask[]): Promise<MergedFiles> {
  const skipped: SkippedProgress[] = []
  const sources: ProgressSource[] = []
  for (const { index, ...task } of tasks) {
    const read = await readNotes(join(specDir, progressFileName(index)), true)
    if (read.kind === 'text') sources.push({ index, text: read.text, task })
    else skipped.push({ index, reason: skipReason(index, task, read.kind === 'none' ? 'was not written' : read.wrong) })
  }
  const result = await mergeInto(join(specDir, '.progress.md'), sources)
  return { ...result, skipped: [...skipped, ...result.skipped].sort((a, b) => a.index - b.index) }
}

/** Deletes the progress files of these tasks; those that are not there are no error. */
export async function removeProgressFiles(specDir: string, indices: readonly number[]): Promise<void> {
  for (const index of indices) await rm(join(specDir, progressFileName(index)), { force: true })
}

/** Indices of the progress files that lie in a spec folder, ascending; none when the folder cannot be read. */
export async function leftoverProgressFiles(specDir: string): Promise<readonly number[]> {
  const names = await readdir(specDir).catch(() => [])
  return names
    .flatMap((name) => /^\.progress-task-(0|[1-9]\d{0,6})\.md$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
}

async function mergeInto(path: string, sources: readonly ProgressSource[]): Promise<MergedFiles> {
  let wrong = 'changes all the time'
  for (let attempt = 0; attempt < tries && sources.length > 0; attempt++) {
    const before = await readNotes(path, false)
    if (before.kind === 'bad') {
      wrong = before.wrong
      break
    }
    const main = before.kind === 'text' ? before.text : ''
    const result = mergeProgress(main, sources)
    const { merged, skipped } = result
    if (result.text === main) return { merged, skipped, waiting: [] }
    const now = await readNotes(path, false)
    if (now.kind !== before.kind || (now.kind === 'text' && now.text !== main)) continue
    await writeAtomic(path, result.text)
    return { merged, skipped, waiting: [] }
  }
  const reason = (index: number): string =>
    `.progress.md ${wrong}, so that ${progressFileName(index)} was kept: merge it with \`parallel-tasks merge\` when that is settled`
  const waiting = sources.map(({ index }) => index)
  return { merged: [], skipped: waiting.map((index) => ({ index, reason: reason(index) })), waiting }
}

type Notes =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bad'; readonly wrong: string }

/** Reads notes as UTF-8 text. `torn` allows for a last character that was cut off. */
async function readNotes(path: string, torn: boolean): Promise<Notes> {
  let bytes: Uint8Array
  try {
    // An executor may have put anything there. A link may lead anywhere, and reading a pipe or a device never ends.
    const found = await (torn ? lstat(path) : stat(path))
    if (!found.isFile()) return { kind: 'bad', wrong: found.isDirectory() ? 'is a folder' : 'is no ordinary file' }
    if (torn && found.size > largest) return { kind: 'bad', wrong: 'is too large to be notes' }
    bytes = await readFile(path)
  } catch (error) {
    return hasCode(error, 'ENOENT') ? { kind: 'none' } : { kind: 'bad', wrong: 'cannot be read' }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: torn })
    return { kind: 'text', text }
  } catch {
    return { kind: 'bad', wrong: 'is not UTF-8 text' }
  }
}
