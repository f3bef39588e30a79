import { mkdtempSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** Longest path that a Unix socket may have on every system, in bytes. */
const longest = 100

/**
 * A new path for the control socket, in a folder that only this user can enter; a named pipe on Windows.
 * undefined when no such folder can be made.
 */
export function newSocketPath(runId: string): string | undefined {
  if (process.platform === 'win32') return `\\\\.\\pipe\\parallel-tasks-${runId}-${process.pid}`
  for (const base of bases().filter(isFolder)) {
    if (Buffer.byteLength(join(base, 'parallel-tasks-XXXXXX', 'control')) > longest) continue
    try {
      return join(mkdtempSync(join(base, 'parallel-tasks-')), 'control')
    } catch {
      // The next base may be writable.
    }
  }
  return undefined
}

/**
 * Removes the socket that a dead runner left, with its folder. The path comes from a journal, which may be anybody's:
 * only a path that `newSocketPath` could have made is touched.
 */
export function removeDeadSocket(path: string): void {
  const folder = dirname(path)
  if (process.platform === 'win32' || basename(path) !== 'control') return
  if (!/^parallel-tasks-\w{6}$/.test(basename(folder)) || !bases().includes(dirname(folder))) return
  try {
    rmSync(path, { force: true })
    rmdirSync(folder)
  } catch {
    // It is gone already, or it is another user's.
  }
}

/** Removes the socket and its folder. */
export function removeSocketPath(path: string): void {
  if (process.platform !== 'win32') rmSync(dirname(path), { recursive: true, force: true })
}

function bases(): readonly string[] {
  return [process.env['XDG_RUNTIME_DIR'], tmpdir(), '/tmp'].filter((base) => base !== undefined)
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
