import { existsSync, rmSync } from 'node:fs'
import { git } from './git'
import { headOf, type Repository } from './repository'
import { filledSubmodule } from './submodules'

/** A working tree of its own for one attempt. */
export interface Worktree {
  /** Absolute. */
  readonly path: string
  readonly branch: string
}

/** What came of a git step: nothing to add, or what git said. */
export type Step = { readonly ok: true } | { readonly ok: false; readonly message: string }

const done: Step = { ok: true }

/** How often making a worktree is tried: other git commands may be writing the repository's configuration. */
const tries = 3

/** Makes a worktree on a new branch at HEAD. Only one at a time may be made in a repository. */
export async function addWorktree(repository: Repository, worktree: Worktree): Promise<Step> {
  const { path, branch } = worktree
  let made: Step = { ok: false, message: '' }
  for (let attempt = 0; attempt < tries && !made.ok; attempt++) {
    if (attempt > 0) await forgetWorktree(repository, worktree)
    made = await step(['worktree', 'add', '--quiet', '--no-track', '-b', branch, path, 'HEAD'], repository.root)
  }
  return made
}

/** Removes a worktree and its branch whatever is in it: for one in which no work has begun. */
export async function forgetWorktree(repository: Repository, { path, branch }: Worktree): Promise<void> {
  rmSync(path, { recursive: true, force: true })
  await step(['worktree', 'prune'], repository.root)
  await step(['branch', '--quiet', '-D', branch], repository.root)
}

/** Commits everything in a worktree except some paths, without hooks. The commit, or the one before when nothing changed. */
export async function sealWorktree(
  worktree: Worktree,
  message: string,
  except: readonly string[],
): Promise<{ readonly ok: true; readonly sha: string } | { readonly ok: false; readonly message: string }> {
  const added = await step(['add', '--all', '.'], worktree.path)
  if (!added.ok) return added
  if (except.length > 0) {
    const input = except.join('\0')
    await git(['reset', '--quiet', '--pathspec-from-file=-', '--pathspec-file-nul'], { cwd: worktree.path, input })
  }
  const staged = await git(['diff', '--cached', '--quiet'], { cwd: worktree.path, readOnly: true })
  if (staged.code !== 0 && staged.code !== 1)
    return { ok: false, message: staged.stderr.trim() || 'git gave no answer' }
  if (staged.code === 1) {
    const made = await step(['commit', '--quiet', '--no-verify', '-m', message], worktree.path)
    if (!made.ok) return made
  }
  const sha = await worktreeHead(worktree)
  return sha === null ? { ok: false, message: 'The worktree has no commit.' } : { ok: true, sha }
}

/** Whether a worktree or its branch holds anything that is not in the commit it began with. */
export async function holdsWork(repository: Repository, { path, branch }: Worktree, base: string): Promise<boolean> {
  const head = await headOfBranch(repository, branch)
  if (head !== null && head !== base) return true
  if (!existsSync(path)) return false
  if ((await worktreeHead({ path, branch })) !== base) return true
  const { code, stdout } = await git(['status', '--porcelain'], { cwd: path, readOnly: true })
  return code !== 0 || stdout !== '' || (await filledSubmodule(path)) !== undefined
}

/** The commit that a worktree stands at; null when there is none. */
function worktreeHead(worktree: Worktree): Promise<string | null> {
  return headOf({ root: worktree.path, gitDir: '', commonDir: '' })
}

/** Removes a worktree and its branch. Refused when something in it is not committed; nothing is lost then. */
export async function removeWorktree(repository: Repository, { path, branch }: Worktree): Promise<Step> {
  const filled = await filledSubmodule(path)
  if (filled !== undefined) return { ok: false, message: `something was written into its submodule ${filled}` }
  const removed = existsSync(path) ? await step(['worktree', 'remove', path], repository.root) : done
  if (!removed.ok || (await headOfBranch(repository, branch)) === null) return removed
  return step(['branch', '--quiet', '-D', branch], repository.root)
}

async function headOfBranch({ root }: Repository, branch: string): Promise<string | null> {
  const { code, stdout } = await git(['rev-parse', '--verify', '--quiet', `refs/heads/${branch}`], {
    cwd: root,
    readOnly: true,
  })
  return code === 0 ? stdout.trim() : null
}

async function step(args: readonly string[], cwd: string): Promise<Step> {
  const { code, stderr } = await git(args, { cwd })
  return code === 0 ? { ok: true } : { ok: false, message: mainLine(stderr) }
}

/** The line that says what is wrong; git puts advice below it. */
function mainLine(stderr: string): string {
  const lines = stderr.trim().split('\n')
  return (lines.find((line) => /^(fatal|error): /.test(line)) ?? lines.slice(-2).join(' / ')).replace(/\.$/, '')
}
