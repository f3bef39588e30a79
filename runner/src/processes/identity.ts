import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process that cannot be mistaken for another one with the same number. */
export interface ProcessIdentity {
  readonly pid: number
  /** Start time as the system tells it; on Linux with the boot it belongs to. */
  readonly start: string
}

/**
 * When a process began, as a text that another process with the same number never has.
 * undefined when there is no such process (a zombie counts as gone) or the system does not tell.
 */
export function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxStart(pid)
  return process.platform === 'win32' ? windowsStart(pid) : posixStart(pid)
}

/** True while exactly this process lives. */
export function isAlive(process: ProcessIdentity): boolean {
  return startOf(process.pid) === process.start
}

/** This program's own identity. The start is '' on a system that does not tell. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, start: startOf(process.pid) ?? '' }
}

/** Field 22 of /proc/<pid>/stat behind the first digits of the boot id. */
function linuxStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    return `${bootId()}:${fields[19]}`
  } catch {
    return undefined
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').slice(0, 8)
  } catch {
    return 'unknown'
  }
}

function posixStart(pid: number): string | undefined {
  const [state, ...start] = run('ps', ['-o', 'state=,lstart=', '-p', String(pid)]).split(/\s+/)
  return state === undefined || state === '' || state.startsWith('Z') ? undefined : start.join(' ')
}

function windowsStart(pid: number): string | undefined {
  const script = `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`
  const start = run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', script])
  return start === '' ? undefined : start
}

/** Output of a program without the space around it; '' when it fails. */
function run(command: string, args: readonly string[]): string {
  try {
    const env = { ...process.env, LC_ALL: 'C' }
    return execFileSync(command, args, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}
