/** Every wait of the coordinator, in milliseconds. */
export interface Timing {
  /** How often logs and clocks are looked at. */
  readonly pollMs: number
  /** From TERM to KILL. */
  readonly killGraceMs: number
  /** How long a killed tree may take to be gone. */
  readonly goneMs: number
  /** How long an executor may live on after its final event before it is ended and accepted. */
  readonly lingerMs: number
  /** Waits before starts are tried again after a rate limit without a known end, one after the other. */
  readonly holdMs: readonly number[]
  /** How long git's index lock is waited for. */
  readonly indexLockMs: number
  /** How long the lock of the repository is waited for. */
  readonly repositoryLockMs: number
  /** How long a commit with its hooks, or the wait for the repository, may go on once the run is cancelled. */
  readonly cancelGraceMs: number
}

/** The times that hold outside tests. */
export const defaultTiming: Timing = {
  pollMs: 150,
  killGraceMs: 5000,
  goneMs: 5000,
  lingerMs: 60_000,
  holdMs: [60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000],
  indexLockMs: 30_000,
  repositoryLockMs: 600_000,
  cancelGraceMs: 10_000,
}
