import { git } from './git'
import type { Repository } from './repository'

/**
 * The commit with exactly this message that was made since a time (ISO 8601) and is not among those known already;
 * undefined when there is none. Finds the commit of a runner that died before it could note it down.
 */
export async function findCommit(
  repository: Repository,
  wanted: { readonly message: string; readonly since: string; readonly known: ReadonlySet<string> },
): Promise<string | undefined> {
  const { code, stdout } = await git(['log', '-n', '200', '--format=%H%x00%cI%x00%B%x01'], {
    cwd: repository.root,
    readOnly: true,
  })
  if (code !== 0) return undefined
  const since = Math.floor(Date.parse(wanted.since) / 1000) * 1000
  for (const entry of stdout.split('\u0001')) {
    const [sha = '', date = '', message = ''] = entry.trimStart().split('\0')
    if (message.trim() !== wanted.message.trim() || Date.parse(date) < since) continue
    if (!wanted.known.has(sha)) return sha
  }
  return undefined
}
