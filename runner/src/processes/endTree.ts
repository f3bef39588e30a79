import { setTimeout as delay } from 'node:timers/promises'
import { endWindowsTree } from './endWindowsTree'
import { isAlive, type ProcessIdentity } from './identity'
import { findTree, type TreeTarget } from './tree'

/** How long the steps of ending a tree may take, in milliseconds. */
export interface EndTiming {
  readonly killGraceMs: number
  readonly goneMs: number
}

/**
 * Ends a whole process tree: TERM, after a while KILL, and looks until it is gone.
 * Returns the processes that would not go; [] is what everybody wants. Ending a tree that is gone does nothing.
 */
export async function endTree(target: TreeTarget, timing: EndTiming): Promise<readonly ProcessIdentity[]> {
  if (process.platform === 'win32') return target.root === undefined ? [] : endWindowsTree(target.root, timing.goneMs)
  const members = new Map<number, ProcessIdentity>()
  if (await settle(target, members, 'SIGTERM', timing.killGraceMs)) return []
  if (await settle(target, members, 'SIGKILL', timing.goneMs)) return []
  return living(members)
}

/**
 * A look at the process table is no instant: a process that is just becoming another program shows no variables, and one
 * that is made during the look is not in it. Only two looks in a row that find nothing are believed.
 */
const secondLookMs = 40

/**
 * Signals every member, those that appear later included, until none is left or the time is up.
 * Members stay known after their parent is gone, so that orphans without the variables are not lost.
 */
async function settle(
  target: TreeTarget,
  members: Map<number, ProcessIdentity>,
  signal: 'SIGTERM' | 'SIGKILL',
  ms: number,
): Promise<boolean> {
  const deadline = performance.now() + ms
  const signalled = new Set<string>()
  let looks = 0
  for (;;) {
    for (const found of await findTree(target)) members.set(found.pid, found)
    const left = living(members)
    if (left.length === 0) {
      if (looks++ > 0) return true
      await delay(secondLookMs)
      continue
    }
    looks = 0
    for (const member of left) {
      const key = `${member.pid} ${member.start}`
      if (!signalled.has(key) && isAlive(member)) send(member.pid, signal)
      signalled.add(key)
    }
    if (performance.now() >= deadline) return false
    await delay(Math.min(50, Math.max(1, deadline - performance.now())))
  }
}

function living(members: ReadonlyMap<number, ProcessIdentity>): readonly ProcessIdentity[] {
  return [...members.values()].filter(isAlive)
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It is gone, or it is another user's: the look that follows tells.
  }
}
