import { existsSync, lstatSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { formatDuration } from '#core/settings/duration'
import { hasCode } from '../files/errorCode'
import { git, longestGit, type GitResult, type Patience } from './git'
import { gitAtWork } from './gitAtWork'
import { headOf, type Repository } from './repository'

/** What is to be committed. */
export interface CommitPlan {
  readonly repository: Repository
  /** Relative to the root; changed, new or deleted. */
  readonly paths: readonly string[]
  readonly message: string
  /** How long another git command's index lock is waited for. */
  readonly indexLockMs: number
  /** Longest time of the commit with its hooks, in milliseconds; `longestGit` when left out. */
  readonly limitMs?: number
  /** How long the commit may go on once somebody has cancelled; to its end when left out. */
  readonly patience?: Patience
}

/** What came of it. */
export type CommitOutcome =
  | { readonly ok: true; readonly sha: string }
  /** `message` is what git or a hook said, cut to its last lines. */
  | { readonly ok: false; readonly kind: 'refused'; readonly message: string }
  /** It is nobody's fault: the index stayed locked, the disk is full, or it was cancelled. `message` says what to do. */
  | { readonly ok: false; readonly kind: 'held-up'; readonly message: string }

/**
 * Commits exactly these paths. What else the user has staged stays staged and out of the commit. Hooks run.
 * When it fails, paths that were new are no longer staged.
 */
export async function commitPaths(plan: CommitPlan): Promise<CommitOutcome> {
  const deadline = performance.now() + plan.indexLockMs
  for (;;) {
    if (!(await waitForIndexLock(plan.repository, deadline)))
      return { ok: false, kind: 'held-up', message: lockedMessage(plan.repository) }
    const outcome = await tryCommit(plan)
    if (outcome.ok || outcome.kind === 'held-up') return outcome
    if (isDiskFull(plan.repository.gitDir))
      return { ok: false, kind: 'held-up', message: 'The disk is full. Make room.' }
    if (!isIndexLocked(plan.repository)) return outcome
  }
}

/** Waits until no other git command holds the index. False when the time is up before. */
export async function waitForIndexLock(repository: Repository, deadline: number): Promise<boolean> {
  for (;;) {
    if (!isIndexLocked(repository)) return true
    if (performance.now() > deadline) return false
    await delay(50)
  }
}

/** Who holds the index, as far as it can be told, and what a person is to do. The lock itself is never touched. */
export function lockedMessage(repository: Repository): string {
  const lock = indexLock(repository)
  const pids = gitAtWork(repository.root)
  if (pids === undefined) return `Git's index is locked by ${lock}. When no git is at work, delete that file.`
  if (pids.length > 0) return `Git's index is locked by ${lock}. Wait for git, process ${pids.join(', ')}.`
  return `Git's index is locked by ${lock}, and no git is at work: one was cut short. Delete that file.`
}

async function tryCommit(plan: CommitPlan): Promise<CommitOutcome> {
  const cwd = plan.repository.root
  const paths = plan.paths.filter((path) => !isNowFolder(path, plan))
  const input = paths.join('\0')
  const listed = ['--pathspec-from-file=-', '--pathspec-file-nul']
  const known = await git(['ls-files', '-z'], { cwd, readOnly: true })
  const tracked = new Set(known.stdout.split('\0'))
  const fresh = paths.filter((path) => !tracked.has(path))
  if (fresh.length > 0) {
    const added = await git(['add', '--intent-to-add', '--force', ...listed], { cwd, input: fresh.join('\0') })
    if (added.code !== 0) return { ok: false, kind: 'refused', message: lastLines(added.stderr) }
  }
  const { limitMs = longestGit, patience } = plan
  const made = await git(['commit', '--quiet', '--only', '-m', plan.message, ...listed], {
    cwd,
    input,
    limitMs,
    ...(patience === undefined ? {} : { patience }),
  })
  if (made.code === 0) return { ok: true, sha: (await headOf(plan.repository)) ?? '' }
  if (fresh.length > 0) await git(['reset', '--quiet', ...listed], { cwd, input: fresh.join('\0') })
  return refusal(made, limitMs)
}

/** A file that became a folder goes with what is in the folder; named outright, git takes it for a submodule. */
function isNowFolder(path: string, { repository, paths }: CommitPlan): boolean {
  return (
    paths.some((other) => other.startsWith(`${path}/`)) &&
    lstatSync(join(repository.root, path), { throwIfNoEntry: false })?.isDirectory() === true
  )
}

function refusal({ ended, stdout, stderr }: GitResult, limitMs: number): CommitOutcome {
  const said = lastLines(`${stdout}\n${stderr}`)
  if (ended === 'cancelled')
    return { ok: false, kind: 'held-up', message: `Git, or a hook of it, did not end and was ended (${said}).` }
  const time = `git, or a hook of it, did not end within ${formatDuration(limitMs)} and was ended`
  return { ok: false, kind: 'refused', message: ended === 'late' ? `${time} (${said})` : said }
}

/** True when there is no room for even the smallest commit: the disk, a quota or a limit for files is used up. */
function isDiskFull(folder: string): boolean {
  const probe = join(folder, `parallel-tasks-probe-${process.pid}`)
  try {
    writeFileSync(probe, Buffer.alloc(65_536))
    return false
  } catch (error) {
    return hasCode(error, 'ENOSPC', 'EDQUOT', 'EFBIG')
  } finally {
    rmSync(probe, { force: true })
  }
}

function isIndexLocked(repository: Repository): boolean {
  return existsSync(indexLock(repository))
}

function indexLock(repository: Repository): string {
  return join(repository.gitDir, 'index.lock')
}

function lastLines(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.slice(-3).join(' / ') || 'git said nothing'
}
