/** Who has been asked to stop: single tasks, or the whole run. */
export interface Cancellation {
  /** Aborted when the whole run is to stop. */
  readonly run: AbortSignal
  /** Aborted when this task is to stop, or the whole run. */
  task(index: number): AbortSignal
  cancelTask(index: number): void
  cancelRun(): void
}

export function createCancellation(): Cancellation {
  const whole = new AbortController()
  const tasks = new Map<number, AbortController>()
  const controllerOf = (index: number): AbortController => {
    const known = tasks.get(index)
    if (known !== undefined) return known
    const controller = new AbortController()
    if (whole.signal.aborted) controller.abort()
    tasks.set(index, controller)
    return controller
  }
  return {
    run: whole.signal,
    task: (index) => controllerOf(index).signal,
    cancelTask: (index) => controllerOf(index).abort(),
    cancelRun() {
      whole.abort()
      for (const controller of tasks.values()) controller.abort()
    },
  }
}
