import { mkdirSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { LockInfo } from '#core/run/lock'
import { tryLock } from '../files/lock'
import { ownIdentity } from '../processes/identity'
import type { Repository } from './repository'

/**
 * Does something while no other runner commits or makes worktrees in the same repository.
 * Waits for its turn; throws when the lock is still held after `waitMs`.
 */
export async function withRepositoryLock<T>(
  repository: Repository,
  run: { readonly runId: string; readonly waitMs: number },
  action: () => Promise<T>,
): Promise<T> {
  const folder = join(repository.commonDir, 'parallel-tasks')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'lock')
  const deadline = performance.now() + run.waitMs
  for (;;) {
    const attempt = tryLock(path, describeOwner(run.runId, null))
    if (attempt.kind === 'taken') {
      try {
        return await action()
      } finally {
        attempt.lock.release()
      }
    }
    if (performance.now() > deadline)
      throw new Error(`The lock of the repository is held by process ${attempt.by.pid} of run ${attempt.by.runId}.`)
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
