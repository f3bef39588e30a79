import { setTimeout as delay } from 'node:timers/promises'
import { endTree } from '../processes/endTree'
import type { ProcessIdentity } from '../processes/identity'
import type { Exit } from '../processes/launch'
import type { TreeTarget } from '../processes/tree'
import type { Timing } from './timing'

/** A process to be watched to its end. */
export interface Watch {
  readonly exited: Promise<Exit>
  readonly tree: TreeTarget
  /** Milliseconds; 0 is off. */
  readonly limits: { readonly wallMs: number; readonly idleMs: number }
  readonly timing: Timing
  /** Aborting ends the process's whole tree. */
  readonly signal: AbortSignal
  /** Reads what is new in its output and tells how many bytes that was. */
  readonly poll: () => Promise<number>
  /** True once it has said its final word: then it may live on for `lingerMs` without output. */
  readonly isFinal: () => boolean
}

/** How a watched process ended, and why. */
export interface Watched {
  readonly cancelled: boolean
  readonly timedOut: 'wall' | 'idle' | null
  readonly endedAfterFinal: boolean
  readonly exit: Exit
  /** Processes that would not go. */
  readonly survivors: readonly ProcessIdentity[]
}

/** A look that comes later than this counts as this: a computer that slept has not been waiting. */
const longestStep = 5000

/** Watches a process until it is over, or until it has to be ended: then with everything below it. */
export async function watchProcess(watch: Watch): Promise<Watched> {
  let exit: Exit | undefined
  const exited = watch.exited.then((value) => (exit = value))
  const clocks = { wall: 0, idle: 0, final: 0 }
  let last = performance.now()
  for (;;) {
    await Promise.race([exited, sleep(watch)])
    const grown = await watch.poll()
    const now = performance.now()
    const step = Math.min(now - last, longestStep)
    last = now
    if (exit !== undefined)
      return { cancelled: watch.signal.aborted, timedOut: null, endedAfterFinal: false, exit, survivors: [] }
    clocks.wall += step
    clocks.idle = grown > 0 ? 0 : clocks.idle + step
    clocks.final = watch.isFinal() && grown === 0 ? clocks.final + step : 0
    const cause = causeToEnd(watch, clocks)
    if (cause === undefined) continue
    const survivors = await endTree(watch.tree, watch.timing)
    await Promise.race([exited, delay(1000, undefined, { ref: false })])
    await watch.poll()
    return {
      cancelled: cause === 'cancelled',
      timedOut: cause === 'wall' || cause === 'idle' ? cause : null,
      endedAfterFinal: cause === 'final',
      exit: exit ?? { code: null, signal: 'SIGKILL' },
      survivors,
    }
  }
}

function causeToEnd(
  watch: Watch,
  clocks: { readonly wall: number; readonly idle: number; readonly final: number },
): 'cancelled' | 'wall' | 'idle' | 'final' | undefined {
  if (watch.signal.aborted) return 'cancelled'
  if (watch.isFinal() && clocks.final >= watch.timing.lingerMs) return 'final'
  if (watch.limits.wallMs > 0 && clocks.wall >= watch.limits.wallMs) return 'wall'
  if (watch.limits.idleMs > 0 && clocks.idle >= watch.limits.idleMs) return 'idle'
  return undefined
}

/** Until the next look, or at once when cancelled. */
function sleep(watch: Watch): Promise<void> {
  return delay(watch.timing.pollMs, undefined, { signal: watch.signal }).catch(() => undefined)
}
