/** Runs an asynchronous action so that it never overlaps itself. */
export interface Serial {
  /** Resolves after a run that began after this request. Requests made meanwhile share one run. */
  request(): Promise<void>
}

/** Makes a serial runner. The action must not throw; what it throws rejects the requests that waited for it. */
export function serial(action: () => Promise<void>): Serial {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const start = (): Promise<void> => {
    running = action().finally(() => {
      running = undefined
    })
    return running
  }
  return {
    request() {
      if (running === undefined) return start()
      next ??= running
        .catch(() => {})
        .then(() => {
          next = undefined
          return start()
        })
      return next
    },
  }
}
