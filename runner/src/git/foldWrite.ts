import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** What is to stand at one path of a working tree. */
export interface FoldWrite {
  /** Relative to the root, with slashes. */
  readonly path: string
  /** null: the file goes. */
  readonly content: Buffer | null
  /** As git writes it, e.g. `100755`. */
  readonly mode: string
}

const linkMode = '120000'

/** Nobody else names a file so: what a writer that was killed has left can be told from the user's own files. */
const draftEnd = '.parallel-tasks-draft'

/** Writes one path of a working tree so that a crash leaves the old bytes or the new ones. */
export function writeFold(root: string, { path, content, mode }: FoldWrite): void {
  const target = join(root, path)
  if (content === null) return rmSync(target, { force: true })
  mkdirSync(dirname(target), { recursive: true })
  const draft = target + draftEnd
  rmSync(draft, { force: true })
  if (mode === linkMode) symlinkSync(content.toString('utf8'), draft)
  else writeWhole(draft, content, mode === '100755' ? 0o755 : 0o644)
  renameSync(draft, target)
}

/** Removes what a writer that was killed in the middle has left beside these paths. */
export function removeDrafts(root: string, paths: readonly string[]): void {
  for (const path of paths) rmSync(join(root, path) + draftEnd, { force: true })
}

/** True when a folder above a path is a symbolic link: what is written there would land elsewhere. */
export function isBehindLink(root: string, path: string): boolean {
  const folders = path.split('/').slice(0, -1)
  return folders.some(
    (_, at) => lstatSync(join(root, ...folders.slice(0, at + 1)), { throwIfNoEntry: false })?.isSymbolicLink() === true,
  )
}

function writeWhole(path: string, content: Buffer, mode: number): void {
  const fd = openSync(path, 'wx', mode)
  try {
    for (let done = 0; done < content.length;) done += writeSync(fd, content, done)
    fchmodSync(fd, mode)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
