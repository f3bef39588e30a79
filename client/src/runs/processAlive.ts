import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { IsAlive } from './runFollower'

/**
 * Makes the check whether a process runs and began when it should, so that a reused id is not taken for it.
 * Where asking for the start time needs a program (macOS, Windows) it is asked once per process;
 * after that only its existence is. A start of '' (a system that does not tell) is not compared.
 */
export function createAliveCheck(): IsAlive {
  const confirmed = new Set<string>()
  return async (pid, pidStart) => {
    const key = `${pid} ${pidStart}`
    if (!exists(pid)) {
      confirmed.delete(key)
      return false
    }
    if (pidStart === '' || confirmed.has(key)) return true
    const same = (await startOf(pid)) === pidStart
    if (same && process.platform !== 'linux') confirmed.add(key)
    return same
  }
}

/** When a process began, in the words the runner uses for it; undefined when it is gone or the system does not tell. */
export async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return linuxStart(pid)
  return process.platform === 'win32' ? windowsStart(pid) : posixStart(pid)
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Field 22 of /proc/<pid>/stat behind the first digits of the boot id; a zombie counts as gone. */
async function linuxStart(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'latin1').catch(() => 'unknown')
    return `${boot.slice(0, 8)}:${fields[19]}`
  } catch {
    return undefined
  }
}

async function posixStart(pid: number): Promise<string | undefined> {
  const [state, ...start] = (await output('ps', ['-o', 'state=,lstart=', '-p', String(pid)])).split(/\s+/)
  return state === undefined || state === '' || state.startsWith('Z') ? undefined : start.join(' ')
}

async function windowsStart(pid: number): Promise<string | undefined> {
  const script = `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`
  const start = await output('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', script])
  return start === '' ? undefined : start
}

/** Output of a program without the space around it; '' when it fails. */
function output(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, [...args], { env: { ...process.env, LC_ALL: 'C' }, windowsHide: true }, (error, stdout) =>
      resolve(error === null ? stdout.trim() : ''),
    )
  })
}
