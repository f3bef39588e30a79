import { createHash, randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import type { LockInfo } from '#core/run/lock'
import { isAlive, ownIdentity, startOf, type ProcessIdentity } from '../processes/identity'
import { UserError } from '../userError'
import { hasCode } from './errorCode'

/** What came of trying to get a lock. */
export type LockAttempt =
  | {
      readonly kind: 'taken'
      readonly lock: Lock
      /** The dead owner it was taken over from. */ readonly from: LockInfo | undefined
    }
  | { readonly kind: 'held'; readonly by: LockInfo }

/** A lock that this process owns. */
export interface Lock {
  readonly info: LockInfo
  /** Gives it back. Does nothing when it is no longer ours. */
  release(): void
}

/**
 * Tries once to become the one owner of a lock file.
 * The file appears whole or not at all. The lock of a dead process is taken over, by one taker only:
 * a second file, named after the dead lock's own text, decides who may replace it.
 */
export function tryLock(path: string, info: LockInfo): LockAttempt {
  const text = `${JSON.stringify(info, null, 2)}\n`
  for (;;) {
    if (placeNew(path, text)) return { kind: 'taken', lock: owned(path, text, info), from: undefined }
    const current = readText(path)
    if (current === undefined) continue
    const by = parseLock(current)
    if (by !== undefined && isHeld(by)) return { kind: 'held', by }
    if (takeOver(path, current, text)) return { kind: 'taken', lock: owned(path, text, info), from: by }
  }
}

/** Who holds a lock file now: undefined when nobody does, or when its owner is dead. */
export function lockHolder(path: string): LockInfo | undefined {
  const by = parseLock(readText(path) ?? '')
  return by !== undefined && isHeld(by) ? by : undefined
}

/** True while the owner may be alive: on another host nobody can tell. */
function isHeld(by: LockInfo): boolean {
  if (by.host !== hostname()) return true
  if (by.pidStart === '') return startOf(by.pid) !== undefined
  return isAlive({ pid: by.pid, start: by.pidStart })
}

/** Makes the file with its text in one step. False when there is one already. */
function placeNew(path: string, text: string): boolean {
  const draft = draftFor(path)
  writeFileSync(draft, text, { flag: 'wx', mode: 0o644 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    if (hasCode(error, 'EPERM', 'ENOTSUP', 'ENOSYS')) return placeWithoutLinks(path, text)
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** For file systems without hard links: the file is made first and filled right after. */
function placeWithoutLinks(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Replaces the lock of a dead owner. False when somebody else was faster: look again. */
function takeOver(path: string, dead: string, text: string): boolean {
  const rights = takeRight(path, dead)
  if (rights === undefined) return false
  try {
    if (readText(path) !== dead) return false
    const draft = draftFor(path)
    writeFileSync(draft, text, { flag: 'wx' })
    renameSync(draft, path)
    return true
  } finally {
    for (const right of rights) rmSync(right, { force: true })
  }
}

/**
 * The right to replace a dead owner's lock: a file that only one taker can make, and with it those of takers that died
 * half way; undefined when another taker is at work. The right of a dead taker is never taken away, which could hit
 * one that came in the meantime: the next right is named after it.
 */
function takeRight(path: string, dead: string): readonly string[] | undefined {
  const own = JSON.stringify(ownIdentity())
  const rights: string[] = []
  for (let key = dead; ;) {
    const right = `${path}.takeover-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`
    rights.push(right)
    if (placeNew(right, own)) return rights
    const taker = readText(right)
    if (taker === undefined || isAliveTaker(taker)) return undefined
    key += `\n${taker}`
  }
}

/** An unreadable file belongs to nobody. */
function isAliveTaker(text: string): boolean {
  try {
    const taker: unknown = JSON.parse(text)
    return isIdentity(taker) && isAlive(taker)
  } catch {
    return false
  }
}

function owned(path: string, text: string, info: LockInfo): Lock {
  return {
    info,
    release: () => {
      if (readText(path) === text) rmSync(path, { force: true })
    },
  }
}

function draftFor(path: string): string {
  return `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined
    const why = error instanceof Error ? error.message : String(error)
    throw new UserError(`The lock ${path} cannot be read (${why}). When nothing runs here, move it away.`)
  }
}

function parseLock(text: string): LockInfo | undefined {
  try {
    const info: unknown = JSON.parse(text)
    return isLockInfo(info) ? info : undefined
  } catch {
    return undefined
  }
}

function isLockInfo(value: unknown): value is LockInfo {
  return hasFields(value, { pid: 'number', pidStart: 'string', host: 'string', runId: 'string' })
}

function isIdentity(value: unknown): value is ProcessIdentity {
  return hasFields(value, { pid: 'number', start: 'string' })
}

function hasFields(value: unknown, types: Readonly<Record<string, string>>): boolean {
  if (typeof value !== 'object' || value === null) return false
  const entries = new Map<string, unknown>(Object.entries(value))
  return Object.entries(types).every(([name, type]) => typeof entries.get(name) === type)
}
