/** A task as `verify --json` names it. `line` is 1-based. */
export interface VerifiedTask {
  readonly index: number
  readonly id: string | null
  readonly title: string
  readonly line: number
}

/** What `parallel-tasks verify --json` prints: one of these a line. */
export type VerifyEvent =
  | ({ readonly kind: 'taskStarted' } & VerifiedTask)
  /** What its commands print, as it comes, with a line before each command that names it. */
  | { readonly kind: 'output'; readonly index: number; readonly text: string }
  | {
      readonly kind: 'taskEnded'
      readonly index: number
      readonly verdict: 'success' | 'failed' | 'cancelled'
      /** One sentence, or null on success. */
      readonly reason: string | null
      readonly durationMs: number
    }
  /** It has nothing that could be run. */
  | ({ readonly kind: 'taskSkipped'; readonly reason: string } & VerifiedTask)
  | { readonly kind: 'ended'; readonly passed: number; readonly failed: number; readonly skipped: number }
