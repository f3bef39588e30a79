/** A call that is put off and, asked for many times meanwhile, made once. */
export interface Coalesced {
  readonly request: () => void
  /** Forgets a call that has not been made yet. */
  readonly cancel: () => void
}

/** Puts a call off by some milliseconds from the first request on; requests meanwhile change nothing. */
export function coalesce(milliseconds: number, action: () => void): Coalesced {
  let timer: NodeJS.Timeout | undefined
  return {
    request: () => {
      timer ??= setTimeout(() => {
        timer = undefined
        action()
      }, milliseconds)
    },
    cancel: () => {
      clearTimeout(timer)
      timer = undefined
    },
  }
}

/**
 * Puts a call off until nobody has asked for it for some milliseconds, but never longer than twenty times as many.
 * `quiet` is asked anew at each request: work that turns out to be long may wait for a longer pause.
 */
export function settle(quiet: () => number, action: () => void): Coalesced {
  let timer: NodeJS.Timeout | undefined
  let first = 0
  const cancel = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  return {
    request: () => {
      const now = Date.now()
      const milliseconds = quiet()
      if (timer === undefined) first = now
      cancel()
      const latest = first + 20 * milliseconds
      timer = setTimeout(
        () => {
          timer = undefined
          action()
        },
        Math.max(0, Math.min(milliseconds, latest - now)),
      )
    },
    cancel,
  }
}
