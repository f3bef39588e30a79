import type { Disposable } from './disposables'

/** Calls an action at most once per `delayMs`, after the first request of each burst. */
export interface Coalesced extends Disposable {
  request(): void
  /** Runs a pending request now; nothing when none is pending. */
  flush(): void
}

/** Gathers bursts of requests into one call `delayMs` after the first of them. */
export function coalesce(action: () => void, delayMs: number): Coalesced {
  let timer: NodeJS.Timeout | undefined
  const run = (): void => {
    timer = undefined
    action()
  }
  return {
    request() {
      timer ??= setTimeout(run, delayMs)
    },
    flush() {
      if (timer === undefined) return
      clearTimeout(timer)
      run()
    },
    dispose() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
