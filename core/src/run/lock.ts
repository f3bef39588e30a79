/** What `.parallel-tasks/lock` holds: who runs this spec now. JSON, made with O_EXCL, removed at the end. */
export interface LockInfo {
  readonly pid: number
  /** Start time of that process as the system tells it; tells a reused pid apart. */
  readonly pidStart: string
  readonly host: string
  readonly user: string
  readonly runId: string
  /** Path of the control socket, or null. */
  readonly socket: string | null
  /** ISO 8601. */
  readonly startedAt: string
}
