import type { TaskRunState } from '#core/run/runState'
import { commitPaths, lockedMessage, waitForIndexLock } from '../git/commit'
import type { Repository } from '../git/repository'
import { changedPaths } from '../git/status'
import { successesOf } from './batchResults'
import { failAfterAll } from './failAfterAll'
import { bringBack, removeWorktrees } from './folds'
import { planCommits, type CommitStep } from './planCommits'
import { inRepository, patienceOf } from './repositoryTurn'
import type { RunContext } from './runContext'
import { UserError } from '../userError'
import { tellUnclaimed } from './tellUnclaimed'

/**
 * Makes one commit per successful task, in index order, each with its own files only.
 * `tasks.md` and `.progress.md` go into the last one. Work done in worktrees is brought back right before.
 */
export async function commitBatch(context: RunContext, batch: number): Promise<void> {
  const waiting = successesOf(context, batch).filter((task) => task.commit === null && task.commitSkipped === null)
  const repository = context.repository ?? context.worktrees
  if (waiting.length > 0 && repository === undefined) skipAll(context, waiting)
  if (waiting.length > 0 && repository !== undefined) {
    await inRepository(context, repository, () => commitAll(context, repository, waiting))
    if (context.repository !== undefined) await tellUnclaimed(context, context.repository, batch)
  }
  await removeWorktrees(context, batch)
}

async function commitAll(context: RunContext, repository: Repository, waiting: readonly TaskRunState[]): Promise<void> {
  if (context.repository === undefined) {
    for (const task of waiting) if ((await bringBack(context, task)).ok) skipAll(context, [task])
    return
  }
  // Another git may be at work, that of a runner that died too: what it is about to change cannot be planned with.
  if (!(await waitForIndexLock(repository, performance.now() + context.timing.indexLockMs)))
    throw commitsWait(lockedMessage(repository))
  for (const step of await planCommits(context, repository, waiting)) await carryOut(context, repository, step)
}

function skipAll(context: RunContext, waiting: readonly TaskRunState[]): void {
  const reason = context.options.commit ? 'There is no repository to commit to.' : 'Commits are off.'
  for (const { index } of waiting) context.journal.append({ kind: 'commitSkipped', index, reason })
}

async function carryOut(context: RunContext, repository: Repository, step: CommitStep): Promise<void> {
  const { index } = step.task
  switch (step.kind) {
    case 'made':
      context.journal.append({ kind: 'taskCommitted', index, sha: step.sha, files: [] })
      return
    case 'skip':
      if (!(await bringBack(context, step.task)).ok) return
      context.journal.append({ kind: 'commitSkipped', index, reason: step.reason })
      return
    case 'commit':
      return makeCommit(context, repository, step)
  }
}

async function makeCommit(
  context: RunContext,
  repository: Repository,
  step: Extract<CommitStep, { kind: 'commit' }>,
): Promise<void> {
  const { index } = step.task
  const brought = await bringBack(context, step.task)
  if (!brought.ok) return
  const changed =
    brought.paths === undefined ? undefined : new Set((await changedPaths(repository)).map((entry) => entry.path))
  const paths = step.paths.filter((path) => changed?.has(path) ?? true)
  if (paths.length === 0) {
    context.journal.append({ kind: 'commitSkipped', index, reason: 'Nothing of its own was changed.' })
    return
  }
  const { message } = step
  const { indexLockMs } = context.timing
  const outcome = await commitPaths({ repository, message, paths, indexLockMs, patience: patienceOf(context) })
  if (outcome.ok) context.journal.append({ kind: 'taskCommitted', index, sha: outcome.sha, files: [...paths] })
  else if (outcome.kind === 'held-up') throw commitsWait(outcome.message)
  else
    await failAfterAll(context, step.task, {
      cause: 'commit-failed',
      reason: `Its commit was refused: ${outcome.message}`,
    })
}

/** No task has failed when git is locked or the disk is full: the run stops, and `resume` makes the commits that are missing. */
function commitsWait(why: string): UserError {
  return new UserError(`${why} Then resume: the work is done, only its commits are missing.`)
}
