import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LockInfo } from '#core/run/lock'

/** Where the runner keeps what belongs to a tasks document. */
function runnerFolder(file: string): string {
  return join(dirname(file), '.parallel-tasks')
}

/** Folder of one run: its journal and its logs. */
export function runFolder(file: string, runId: string): string {
  return join(runnerFolder(file), 'runs', runId)
}

/** The journal of a run. */
export function journalFile(folder: string): string {
  return join(folder, 'events.ndjson')
}

/** Ids of all runs beside a tasks document, newest first: an id begins with its time. Empty when there are none. */
export async function runIds(file: string): Promise<readonly string[]> {
  const names = await readdir(join(runnerFolder(file), 'runs')).catch(() => [])
  return names
    .filter((name) => !name.startsWith('.'))
    .sort()
    .reverse()
}

/** Who runs the spec now, as the lock says; undefined when there is no lock, or it is being written. */
export async function readLock(file: string): Promise<LockInfo | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(join(runnerFolder(file), 'lock'), 'utf8'))
    return isLock(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isLock(value: unknown): value is LockInfo {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'runId' in value &&
    typeof value.runId === 'string'
  )
}
