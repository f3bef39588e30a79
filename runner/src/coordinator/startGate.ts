import type { Limit } from '#core/run/output/reading'

/** Holds back new starts while a rate limit or a refused login lasts. */
export interface StartGate {
  /** Waits until this caller may start. False when starting was given up, or the signal aborted. */
  enter(signal: AbortSignal): Promise<boolean>
  /** Tells how an attempt that entered went: with a limit, or null when it met none. */
  report(limit: Limit | null): void
  /** Why starting was given up, or null. */
  givenUp(): string | null
  /** Ends all waiting. */
  close(): void
}

/** What the gate needs from outside. */
export interface GateDeps {
  /** Waits before the next try when no end is known; as many tries as there are waits. */
  readonly holdMs: readonly number[]
  onHold(reason: string, until: string): void
  onRelease(): void
}

/** A refused login is tried again this often: it needs a person. */
const loginTries = 3

/**
 * After a hold one starter goes first as a probe; the others follow when it has met no limit.
 * Each further limit in a row waits longer, until the waits are used up.
 */
export function createStartGate(deps: GateDeps): StartGate {
  let mode: 'open' | 'held' | 'probe-free' | 'probing' | 'given-up' = 'open'
  let inARow = 0
  let reason: string | null = null
  let timer: NodeJS.Timeout | undefined
  const waiting = new Set<() => void>()

  const change = (next: typeof mode): void => {
    mode = next
    for (const wake of waiting) wake()
  }
  const hold = (limit: Limit): void => {
    const tries = limit.kind === 'login' ? Math.min(loginTries, deps.holdMs.length) : deps.holdMs.length
    reason = limit.message
    if (inARow >= tries) return change('given-up')
    const known = limit.until === null ? undefined : Math.max(0, Date.parse(limit.until) - Date.now())
    const wait = known ?? deps.holdMs[inARow] ?? 0
    inARow++
    deps.onHold(limit.message, new Date(Date.now() + wait).toISOString())
    clearTimeout(timer)
    timer = setTimeout(() => {
      deps.onRelease()
      change('probe-free')
    }, wait)
    change('held')
  }

  return {
    async enter(signal) {
      for (;;) {
        if (signal.aborted || mode === 'given-up') return false
        if (mode === 'open') return true
        if (mode === 'probe-free') {
          mode = 'probing'
          return true
        }
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            waiting.delete(wake)
            signal.removeEventListener('abort', wake)
            resolve()
          }
          waiting.add(wake)
          signal.addEventListener('abort', wake)
        })
      }
    },
    report(limit) {
      // Siblings that ran into the same limit add nothing to a hold.
      if (limit !== null && (mode === 'open' || mode === 'probing')) hold(limit)
      else if (limit === null && mode === 'probing') {
        inARow = 0
        change('open')
      }
    },
    givenUp: () => (mode === 'given-up' ? reason : null),
    close() {
      clearTimeout(timer)
      change('given-up')
    },
  }
}
