import { changesOfCommits } from './gitChanges'
import { openDiff } from './openDiff'
import { requireTrustForGit } from './requireTrust'

/**
 * Shows what commits changed, from the oldest to the newest, file by file. False when there are none or git does not
 * know them. In Restricted Mode the person is told why it is not shown.
 */
export async function openChanges(root: string, commits: readonly string[], title: string): Promise<boolean> {
  if (!(await requireTrustForGit())) return true
  const changes = await changesOfCommits(root, commits)
  if (changes !== undefined) await openDiff(title, changes)
  return changes !== undefined
}
