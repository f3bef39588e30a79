import { mkdirSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { LockInfo } from '#core/run/lock'
import { tryLock } from '../files/lock'
import { ownIdentity } from '../processes/identity'
import { UserError } from '../userError'
import type { Patience } from './git'
import type { Repository } from './repository'

/** Who waits for the lock of a repository, and for how long. */
export interface LockWait {
  readonly runId: string
  readonly waitMs: number
  readonly patience: Patience
}

/**
 * Does something while no other runner commits or makes worktrees in the same repository.
 * Waits for its turn; throws a `UserError` when the lock is still held after `waitMs`, or after a cancel.
 */
export async function withRepositoryLock<T>(
  repository: Repository,
  run: LockWait,
  action: () => Promise<T>,
): Promise<T> {
  const folder = join(repository.commonDir, 'parallel-tasks')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'lock')
  let deadline = performance.now() + run.waitMs
  const { signal, graceMs } = run.patience
  for (;;) {
    const attempt = tryLock(path, describeOwner(run.runId, null))
    if (attempt.kind === 'taken') {
      try {
        return await action()
      } finally {
        attempt.lock.release()
      }
    }
    const { pid, host, runId } = attempt.by
    if (signal.aborted) deadline = Math.min(deadline, performance.now() + graceMs)
    if (performance.now() > deadline)
      throw new UserError(
        `The repository ${repository.root} is being committed to by process ${pid} of run ${runId} on ${host}. Wait for that run or cancel it, then resume: what is recorded is not lost.`,
      )
    await delay(50)
  }
}

/** What this process writes into a lock. */
export function describeOwner(runId: string, socket: string | null): LockInfo {
  const { pid, start } = ownIdentity()
  return {
    pid,
    pidStart: start,
    host: hostname(),
    user: userName(),
    runId,
    socket,
    startedAt: new Date().toISOString(),
  }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}
