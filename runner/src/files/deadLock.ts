import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { LockInfo } from '#core/run/lock'
import { startOf } from '../processes/identity'
import { tryLock } from './lock'

/** Removes the lock file of an owner that is dead. That of a living one stays. */
export function dropDeadLock(path: string, info: LockInfo): void {
  if (!existsSync(path)) return
  const attempt = tryLock(path, info)
  if (attempt.kind === 'taken') attempt.lock.release()
}

/** Removes the drafts of lock files whose writers were killed before they could put them in place. */
export function removeDeadDrafts(path: string): void {
  const folder = dirname(path)
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(path)}.`)) continue
    const pid = /\.(\d+)\.[0-9a-f]{8}\.tmp$/.exec(name)?.[1]
    if (pid !== undefined && startOf(Number(pid)) === undefined) rmSync(join(folder, name), { force: true })
  }
}
