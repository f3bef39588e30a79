import { copyFileSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isUnsafePath, normalisePath } from '#core/plan/paths'
import { isDraft } from '../files/atomicWrite'
import { hasCode } from '../files/errorCode'
import { isControlFile } from '../git/controlFiles'

/**
 * Copies the documents of a spec, as they stand now, into its folder in a worktree. State, locks, other tasks' notes
 * and links are left out. A file that goes away meanwhile is left out too: siblings and editors replace theirs all the time.
 */
export function copyDocuments(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) {
    if (isControlFile(name) || isDraft(name)) continue
    if (lstatSync(join(from, name), { throwIfNoEntry: false })?.isFile() !== true) continue
    try {
      copyFileSync(join(from, name), join(to, name))
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error
    }
  }
}

/** The paths that may be brought into a worktree, as git names them; those that lead out of the tree are left out. */
export function ignoredPaths(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !isUnsafePath(path)).map(normalisePath)
}

/**
 * Brings files and folders that git ignores from the main working tree into a worktree: folders as links, files as
 * copies. What is there already stays.
 */
export function bringIgnored(paths: readonly string[], from: string, to: string): void {
  for (const path of ignoredPaths(paths)) {
    const source = join(from, path)
    const target = join(to, path)
    if (!existsSync(source) || existsSync(target)) continue
    mkdirSync(dirname(target), { recursive: true })
    if (statSync(source).isDirectory()) symlinkSync(source, target, 'junction')
    else cpSync(source, target)
  }
}
