import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunState, TaskRunState } from '#core/run/runState'
import { git } from '../platform/git'

/** The tree without any file, which every repository knows: what is before the first commit. */
export const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

/** What changed between two states of a working tree. */
export interface GitChanges {
  /** The working tree's root. */
  readonly root: string
  readonly from: string
  /** The later commit; null for the files as they are on disk. */
  readonly to: string | null
  /** Paths relative to the root. */
  readonly files: readonly string[]
}

/** What commits changed, as one stretch of history; undefined when there are none or git cannot tell. */
export async function changesOfCommits(root: string, commits: readonly string[]): Promise<GitChanges | undefined> {
  if (commits.length === 0) return undefined
  // By what descends from what: their times say nothing about commits of one second.
  const [first] = lines(await git(root, ['merge-base', '--octopus', ...commits]))
  const [last] = lines(await git(root, ['merge-base', '--independent', ...commits]))
  if (first === undefined || last === undefined) return undefined
  return between(root, await parentOf(root, first), last)
}

/**
 * What one task changed: its commit; else what its kept worktree holds beyond the commit it began with; else what the
 * files that it changed hold beyond the last commit. Undefined when there is nothing of it to show.
 */
export async function changesOfTask(
  state: RunState,
  folder: string,
  task: TaskRunState,
): Promise<GitChanges | undefined> {
  if (task.commit !== null) return between(state.root, await parentOf(state.root, task.commit), task.commit)
  const attempt = task.attempts.at(-1)
  if (attempt === undefined) return undefined
  if (attempt.worktree !== null && existsSync(attempt.worktree)) {
    const base = await worktreeBase(join(folder, attempt.log.replace(/\.log$/, '.worktree.json')))
    return notEmpty(await sinceCommit(attempt.worktree, base ?? 'HEAD'))
  }
  const changed = new Set(attempt.changedFiles ?? [])
  const all = await sinceCommit(state.root, 'HEAD')
  return notEmpty({ ...all, files: all.files.filter((file) => changed.has(file)) })
}

async function between(root: string, from: string, to: string): Promise<GitChanges | undefined> {
  return notEmpty({ root, from, to, files: names(await git(root, ['diff', '--name-only', '-z', from, to])) })
}

/** The files on disk against a commit, new ones included. */
async function sinceCommit(root: string, from: string): Promise<GitChanges> {
  const tracked = names(await git(root, ['diff', '--name-only', '-z', from]))
  const fresh = names(await git(root, ['ls-files', '--others', '--exclude-standard', '-z']))
  return { root, from, to: null, files: [...new Set([...tracked, ...fresh])].sort() }
}

async function parentOf(root: string, commit: string): Promise<string> {
  return lines(await git(root, ['rev-parse', '--verify', '--quiet', `${commit}^`]))[0] ?? emptyTree
}

/** The commit a worktree began with, as the runner noted it down beside the log. */
async function worktreeBase(note: string): Promise<string | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(note, 'utf8'))
    return typeof value === 'object' && value !== null && 'base' in value && typeof value.base === 'string'
      ? value.base
      : undefined
  } catch {
    return undefined
  }
}

function notEmpty(changes: GitChanges): GitChanges | undefined {
  return changes.files.length === 0 ? undefined : changes
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}

function names(text: string): readonly string[] {
  return text.split('\0').filter((name) => name !== '')
}
