/** Who has been asked to stop: single tasks, or the whole run. */
export interface Cancellation {
  /** Aborted when the whole run is to stop. */
  readonly run: AbortSignal
  /** Aborted when this task is to stop, or the whole run. */
  task(index: number): AbortSignal
  cancelTask(index: number): void
  cancelRun(): void
  /** Stops the run because something broke, not because somebody asked for it: what is at work is interrupted. */
  breakOff(): void
  isBrokenOff(): boolean
}

/** Makes a cancellation that nobody has asked for yet. */
export function createCancellation(): Cancellation {
  const whole = new AbortController()
  const tasks = new Map<number, AbortController>()
  let broken = false
  const controllerOf = (index: number): AbortController => {
    const known = tasks.get(index)
    if (known !== undefined) return known
    const controller = new AbortController()
    if (whole.signal.aborted) controller.abort()
    tasks.set(index, controller)
    return controller
  }
  const cancelRun = (): void => {
    whole.abort()
    for (const controller of tasks.values()) controller.abort()
  }
  return {
    run: whole.signal,
    task: (index) => controllerOf(index).signal,
    cancelTask: (index) => controllerOf(index).abort(),
    cancelRun,
    breakOff() {
      broken = true
      cancelRun()
    },
    isBrokenOff: () => broken,
  }
}
