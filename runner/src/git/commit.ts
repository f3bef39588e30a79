import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { git } from './git'
import { headOf, type Repository } from './repository'

export interface CommitPlan {
  readonly repository: Repository
  /** Relative to the root; changed, new or deleted. */
  readonly paths: readonly string[]
  readonly message: string
  /** How long another git command's index lock is waited for. */
  readonly indexLockMs: number
}

export type CommitOutcome =
  | { readonly ok: true; readonly sha: string }
  /** `message` is what git or a hook said, cut to its last lines. */
  | { readonly ok: false; readonly message: string }

/**
 * Commits exactly these paths. What else the user has staged stays staged and out of the commit. Hooks run.
 * When it fails, paths that were new are no longer staged.
 */
export async function commitPaths(plan: CommitPlan): Promise<CommitOutcome> {
  const deadline = performance.now() + plan.indexLockMs
  for (;;) {
    await waitForIndexLock(plan.repository, deadline)
    const outcome = await tryCommit(plan)
    if (outcome.ok || !isIndexLocked(plan.repository) || performance.now() > deadline) return outcome
  }
}

/** Waits until no other git command holds the index, or the time is up. */
export async function waitForIndexLock(repository: Repository, deadline: number): Promise<void> {
  while (isIndexLocked(repository) && performance.now() < deadline) await delay(50)
}

async function tryCommit(plan: CommitPlan): Promise<CommitOutcome> {
  const cwd = plan.repository.root
  const input = plan.paths.join('\0')
  const listed = ['--pathspec-from-file=-', '--pathspec-file-nul']
  const known = await git(['ls-files', '-z'], { cwd, readOnly: true })
  const tracked = new Set(known.stdout.split('\0'))
  const fresh = plan.paths.filter((path) => !tracked.has(path))
  if (fresh.length > 0) {
    const added = await git(['add', '--intent-to-add', '--force', ...listed], { cwd, input: fresh.join('\0') })
    if (added.code !== 0) return { ok: false, message: lastLines(added.stderr) }
  }
  const made = await git(['commit', '--quiet', '--only', '-m', plan.message, ...listed], { cwd, input })
  if (made.code === 0) return { ok: true, sha: (await headOf(plan.repository)) ?? '' }
  if (fresh.length > 0) await git(['reset', '--quiet', ...listed], { cwd, input: fresh.join('\0') })
  return { ok: false, message: lastLines(`${made.stdout}\n${made.stderr}`) }
}

function isIndexLocked(repository: Repository): boolean {
  return existsSync(join(repository.gitDir, 'index.lock'))
}

function lastLines(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.slice(-3).join(' / ') || 'git said nothing'
}
