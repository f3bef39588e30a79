import { git } from './git'
import type { Repository } from './repository'

/** One path that differs from HEAD or is new. Relative to the root, with slashes. */
export interface ChangedPath {
  readonly path: string
  /** The two letters of `git status`: index, working tree. */
  readonly code: string
}

/** Every path that differs from HEAD, new files one by one, ignored ones left out. [] when git cannot tell. */
export async function changedPaths(repository: Repository): Promise<readonly ChangedPath[]> {
  const args = ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--ignore-submodules=none']
  const { code, stdout } = await git(args, { cwd: repository.root, readOnly: true })
  if (code !== 0) return []
  return stdout
    .split('\0')
    .filter((entry) => entry.length > 3)
    .map((entry) => ({ code: entry.slice(0, 2), path: entry.slice(3) }))
}

/** True for a path with a merge conflict. */
export function isConflict(changed: ChangedPath): boolean {
  return changed.code.includes('U') || changed.code === 'AA' || changed.code === 'DD'
}
