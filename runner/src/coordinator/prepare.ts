import { realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Task } from '#core/document/tasksDocument'
import type { RunOptions } from '#core/generated/journalEvent'
import { resolveExecutor, type Executor } from '../executors/resolve'
import { readState } from '../files/stateFile'
import { checkRepository } from '../git/preflight'
import { findRepository, hasIdentity, headOf, type Repository } from '../git/repository'
import { submodulesOf } from '../git/submodules'
import { UserError } from '../userError'
import { checkExecutor } from './checkExecutor'
import { checkOwnFiles, checkPaths } from './checkPaths'
import type { RunDeps, RunRequest } from './request'

/** What a run starts from, checked. */
export interface Prepared {
  readonly specDir: string
  readonly root: string
  /** Undefined when the run makes no commits. */
  readonly repository: Repository | undefined
  /** Where worktrees are made; undefined when all tasks work in the main working tree. */
  readonly worktrees: Repository | undefined
  readonly executor: Executor
  /** To be told once the journal is there. */
  readonly warnings: readonly { readonly code: string; readonly message: string }[]
}

/**
 * Looks at everything a run needs, changes nothing, and throws `UserError` for what would stop it:
 * an executor that is not there, tasks it cannot carry out, unsafe paths, a corrupt state file,
 * a repository in the middle of something.
 */
export async function prepare(
  request: RunRequest,
  deps: RunDeps,
  options: RunOptions,
  tasks: readonly Task[],
): Promise<Prepared> {
  const specDir = dirname(request.file)
  const found = await findRepository(specDir)
  const root = found?.root ?? realpathSync(request.cwd)
  const executor = resolveExecutor(options.executor, request.settings.executors, {
    cwd: root,
    otherwise: request.cwd,
    env: deps.env ?? process.env,
  })
  checkExecutor(tasks, executor, options)
  checkPaths(tasks, root)
  checkOwnFiles(specDir, root)
  await readState(specDir)
  const worktrees = options.isolation === 'worktree' ? await worktreeRepository(found) : undefined
  const { repository, warnings } = await commitTo(found, options)
  const empty = worktrees === undefined ? [] : await emptySubmodules(worktrees)
  return { specDir, root, repository, worktrees, executor, warnings: [...warnings, ...empty] }
}

async function emptySubmodules({ root }: Repository): Promise<Prepared['warnings']> {
  const paths = await submodulesOf(root)
  if (paths.length === 0) return []
  const message = `Submodules are empty in worktrees (${paths.join(', ')}); run tasks that need them with --isolation shared.`
  return [{ code: 'empty-submodules', message }]
}

async function worktreeRepository(found: Repository | undefined): Promise<Repository> {
  if (found === undefined)
    throw new UserError('--isolation worktree needs a git repository, and the spec is in none; use --isolation shared.')
  if ((await headOf(found)) === null)
    throw new UserError(
      '--isolation worktree needs a first commit in the repository; make one, or use --isolation shared.',
    )
  if (!(await hasIdentity(found)))
    throw new UserError('--isolation worktree needs a name and address for git (git config user.name, user.email).')
  return found
}

async function commitTo(
  found: Repository | undefined,
  options: RunOptions,
): Promise<Pick<Prepared, 'repository' | 'warnings'>> {
  if (!options.commit) return { repository: undefined, warnings: [] }
  if (found === undefined) {
    const message = 'The spec is in no git repository (or git is not installed): no commits are made.'
    return { repository: undefined, warnings: [{ code: 'no-repository', message }] }
  }
  const dirty = await checkRepository(found)
  if (!(await hasIdentity(found))) {
    const message =
      'Git knows no name and address to commit with (git config user.name, user.email): no commits are made.'
    return { repository: undefined, warnings: [{ code: 'no-identity', message }] }
  }
  if (dirty === 0) return { repository: found, warnings: [] }
  const message = `${dirty} changed ${dirty === 1 ? 'path was' : 'paths were'} there before the run; what no task names stays uncommitted.`
  return { repository: found, warnings: [{ code: 'dirty-tree', message }] }
}
