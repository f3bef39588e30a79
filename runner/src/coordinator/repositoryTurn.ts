import type { Patience } from '../git/git'
import type { Repository } from '../git/repository'
import { withRepositoryLock } from '../git/repositoryLock'
import type { RunContext } from './runContext'

/** Does something while no other runner commits or makes worktrees in the same repository. Throws as the lock does. */
export function inRepository<T>(context: RunContext, repository: Repository, action: () => Promise<T>): Promise<T> {
  const { runId, timing } = context
  return withRepositoryLock(
    repository,
    { runId, waitMs: timing.repositoryLockMs, patience: patienceOf(context) },
    action,
  )
}

/** How long git is waited for once the run is cancelled. */
export function patienceOf({ cancellation, timing }: RunContext): Patience {
  return { signal: cancellation.run, graceMs: timing.cancelGraceMs }
}
