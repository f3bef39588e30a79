/** One thing that `doctor` looked at. An `error` stops every run; a `warning` is good to know. */
export interface Finding {
  readonly level: 'ok' | 'warning' | 'error'
  /** Stable word: node, git, identity, branch, spec, executor, state, lock, interrupted, leftovers, problems. */
  readonly topic: string
  readonly message: string
  /** What to do about it, or null. */
  readonly next: string | null
}

/** An executor as `doctor` found it. */
export interface ExecutorFinding {
  readonly name: string
  readonly kind: 'built-in' | 'preset' | 'own'
  readonly installed: boolean
  /** Absolute path of its program; null when it has none or is not installed. */
  readonly program: string | null
  /** What `--version` says; null when it says nothing. */
  readonly version: string | null
  readonly minVersion: string | null
  /** True when `auto` takes this one. */
  readonly isAuto: boolean
}
