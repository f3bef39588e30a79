import { listProcesses, type ProcessRow } from './processTable'
import { isAlive, ownIdentity, startOf, type ProcessIdentity } from './identity'

/** Which processes belong together. */
export interface TreeTarget {
  /** The process at the root, also when it is gone already; undefined when nobody knows it. */
  readonly root: ProcessIdentity | undefined
  /** Variables that every process of the tree was started with, e.g. the run, the task and the attempt. */
  readonly variables: Readonly<Record<string, string>>
}

/**
 * Every living process of a tree: the root, its group, their descendants, and every process that carries the
 * variables, which finds those that left the group or lost their parent. This program itself is never among them.
 */
export async function findTree(target: TreeTarget): Promise<readonly ProcessIdentity[]> {
  const rows = await listProcesses(true)
  const marked = rows.filter((row) => carries(row, target.variables))
  const seeds = new Set(marked.map((row) => row.pid))
  const root = target.root
  if (root !== undefined && isAlive(root)) seeds.add(root.pid)
  if (root !== undefined && isGroupOf(root, rows)) {
    for (const row of rows) if (row.group === root.pid) seeds.add(row.pid)
  }
  const members = withDescendants(rows, seeds)
  members.delete(process.pid)
  return [...members].flatMap((pid) => {
    const start = startOf(pid)
    return start === undefined ? [] : [{ pid, start }]
  })
}

/**
 * A group outlives its leader, and its number is not given away as long as it has members. It is not this tree's
 * when another process has the leader's number now, or when the leader belonged to an earlier boot.
 */
function isGroupOf(root: ProcessIdentity, rows: readonly ProcessRow[]): boolean {
  if (isAlive(root)) return true
  if (process.platform !== 'linux' || rows.some((row) => row.pid === root.pid)) return false
  return bootOf(root) === bootOf(ownIdentity())
}

function bootOf(identity: ProcessIdentity): string | undefined {
  return identity.start.split(':')[0]
}

/** True for a process that was started with all of these variables. */
function carries(row: ProcessRow, variables: Readonly<Record<string, string>>): boolean {
  const entries = Object.entries(variables)
  return (
    entries.length > 0 &&
    row.environment !== '' &&
    entries.every(([name, value]) => hasEntry(row.environment, `${name}=${value}`))
  )
}

function hasEntry(environment: string, entry: string): boolean {
  const ends = new Set(['\0', ' ', undefined])
  for (let at = environment.indexOf(entry); at !== -1; at = environment.indexOf(entry, at + 1)) {
    const before = at === 0 ? undefined : environment[at - 1]
    if (ends.has(before) && ends.has(environment[at + entry.length])) return true
  }
  return false
}

function withDescendants(rows: readonly ProcessRow[], seeds: ReadonlySet<number>): Set<number> {
  const members = new Set(seeds)
  for (let grown = true; grown;) {
    grown = false
    for (const row of rows) {
      if (members.has(row.pid) || !members.has(row.parent)) continue
      members.add(row.pid)
      grown = true
    }
  }
  return members
}
