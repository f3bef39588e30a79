import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../userError'
import { git } from './git'
import { isControlFile } from './controlFiles'
import type { Repository } from './repository'
import { changedPaths, isConflict } from './status'

const unfinished: readonly (readonly [string, string])[] = [
  ['MERGE_HEAD', 'a merge'],
  ['rebase-merge', 'a rebase'],
  ['rebase-apply', 'a rebase'],
  ['CHERRY_PICK_HEAD', 'a cherry-pick'],
  ['REVERT_HEAD', 'a revert'],
]

/**
 * Refuses to commit into a repository that is in the middle of something: merge, rebase, conflicts, detached HEAD.
 * Returns how many paths had been changed before, for a warning.
 */
export async function checkRepository(repository: Repository): Promise<number> {
  const advice = 'finish it, or run with --commit off'
  for (const [file, what] of unfinished) {
    if (existsSync(join(repository.gitDir, file)))
      throw new UserError(`The repository ${repository.root} is in the middle of ${what}; ${advice}.`)
  }
  const changed = await changedPaths(repository)
  const conflict = changed.find(isConflict)
  if (conflict !== undefined)
    throw new UserError(`${conflict.path} has merge conflicts; resolve them, or run with --commit off.`)
  const head = await git(['symbolic-ref', '--quiet', 'HEAD'], { cwd: repository.root, readOnly: true })
  if (head.code !== 0)
    throw new UserError(
      `The repository ${repository.root} has a detached HEAD; check out a branch, or run with --commit off.`,
    )
  return changed.filter(({ path }) => !isControlFile(path)).length
}
