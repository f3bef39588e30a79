import { execFile } from 'node:child_process'

/** The commits of a run as one stretch of history. */
export interface CommitChanges {
  /** The state before the first commit and after the last one. */
  readonly from: string
  readonly to: string
  /** Paths relative to the root. */
  readonly files: readonly string[]
}

/** What these commits changed, from the oldest to the newest; undefined when there are none or git cannot tell. */
export async function changedByCommits(root: string, commits: readonly string[]): Promise<CommitChanges | undefined> {
  if (commits.length === 0) return undefined
  const ordered = lines(await git(root, ['rev-list', '--no-walk=sorted', '--topo-order', '--reverse', ...commits]))
  const [first, last] = [ordered[0], ordered.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const parent = lines(await git(root, ['rev-parse', '--verify', '--quiet', `${first}^`]))[0]
  const from = parent ?? '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
  const files = (await git(root, ['diff', '--name-only', '-z', from, last])).split('\0').filter((name) => name !== '')
  return { from, to: last, files }
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}

/** Output of git; '' when it fails. */
function git(cwd: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile('git', [...args], { cwd, windowsHide: true }, (error, stdout) => resolve(error === null ? stdout : ''))
  })
}
