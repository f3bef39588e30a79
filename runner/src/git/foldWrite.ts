import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
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
  if (content === null) return removeFile(root, path)
  mkdirSync(dirname(target), { recursive: true })
  removeEmptyFolders(target)
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

/** Removes a file and, as git does, the folders that are empty without it. */
function removeFile(root: string, path: string): void {
  rmSync(join(root, path), { force: true })
  for (let folder = dirname(path); folder !== '.' && isEmptyFolder(join(root, folder)); folder = dirname(folder))
    rmdirSync(join(root, folder))
}

/** Makes room for a file where folders without files stand. Does nothing where there is no folder. */
function removeEmptyFolders(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return
  for (const name of readdirSync(path)) removeEmptyFolders(join(path, name))
  rmdirSync(path)
}

function isEmptyFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true && readdirSync(path).length === 0
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
