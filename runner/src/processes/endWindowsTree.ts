import { execFile } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { ProcessIdentity } from './identity'

/** One process as Windows tells of it. `start` is a file time: units of 100 ns, as a decimal number. */
export interface WindowsRow extends ProcessIdentity {
  readonly parent: number
}

/** What ending a tree needs of Windows; tests give their own. */
export interface WindowsSystem {
  listProcesses(): Promise<readonly WindowsRow[]>
  run(program: string, args: readonly string[]): Promise<unknown>
}

/** The system tells the start of one and the same process to the microsecond here, to 100 ns there. */
const sameStart = 10n

/** How often the table is looked at until a tree is gone. */
const pollMs = 200

/**
 * Ends a process and everything below it with `taskkill /T /F`, and looks until it is gone. Descendants whose parents
 * are gone are found by their parent's number, and by having begun after the root. Returns those that would not go.
 */
export async function endWindowsTree(
  root: ProcessIdentity,
  goneMs: number,
  system: WindowsSystem = windows,
): Promise<readonly ProcessIdentity[]> {
  const deadline = performance.now() + goneMs
  for (let known: readonly WindowsRow[] = []; ;) {
    const rows = await system.listProcesses()
    const left = new Map(
      [...treeOf(root, rows), ...known.filter((row) => isThere(row, rows))].map((row) => [row.pid, row]),
    )
    if (left.size === 0) return []
    if (known.length > 0 && performance.now() >= deadline)
      return [...left.values()].map(({ pid, start }) => ({ pid, start }))
    known = [...left.values()]
    await system
      .run('taskkill', [...known.flatMap(({ pid }) => ['/PID', String(pid)]), '/T', '/F'])
      .catch(() => undefined)
    await delay(Math.min(pollMs, goneMs))
  }
}

/** The root, if this very process is there still, and its descendants. */
function treeOf(root: ProcessIdentity, rows: readonly WindowsRow[]): readonly WindowsRow[] {
  const members = new Map<number, WindowsRow>()
  const own = rows.find((row) => row.pid === root.pid)
  // Another process has the number now: what is below it is not ours.
  if (own !== undefined && !isSame(own, root)) return []
  if (own !== undefined) members.set(own.pid, own)
  for (let grown = true; grown;) {
    grown = false
    for (const row of rows) {
      if (members.has(row.pid) || !(row.parent === root.pid || members.has(row.parent))) continue
      // A number is given away again: a child is younger than its parent.
      if (timeOf(row) + sameStart < timeOf(members.get(row.parent) ?? root)) continue
      members.set(row.pid, row)
      grown = true
    }
  }
  return [...members.values()]
}

function isThere(row: WindowsRow, rows: readonly WindowsRow[]): boolean {
  return rows.some((other) => other.pid === row.pid && isSame(other, row))
}

function isSame(a: ProcessIdentity, b: ProcessIdentity): boolean {
  const apart = timeOf(a) - timeOf(b)
  return apart < sameStart && apart > -sameStart
}

function timeOf({ start }: ProcessIdentity): bigint {
  return /^\d+$/.test(start) ? BigInt(start) : 0n
}

const windows: WindowsSystem = {
  async listProcesses() {
    const script =
      'Get-CimInstance Win32_Process | Where-Object CreationDate | ForEach-Object { "$($_.ProcessId) $($_.ParentProcessId) $($_.CreationDate.ToFileTimeUtc())" }'
    const args = ['-NoProfile', '-NonInteractive', '-Command', script]
    const { stdout } = await promisify(execFile)('powershell.exe', args, { maxBuffer: 64 * 1024 * 1024 })
    return readWindowsRows(stdout)
  },
  run: (program, args) => promisify(execFile)(program, [...args]),
}

/** Reads lines of `<pid> <parent> <start>`; others are left out. */
export function readWindowsRows(text: string): readonly WindowsRow[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const match = /^(\d+) (\d+) (\d+)$/.exec(line.trim())
    return match === null ? [] : [{ pid: Number(match[1]), parent: Number(match[2]), start: match[3] ?? '' }]
  })
}
