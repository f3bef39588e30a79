/** What lenses say. The table is English here; a server gives one in the editor's language. */
export interface LensTexts {
  readonly runAll: (count: number) => string
  readonly resume: () => string
  readonly runPhase: () => string
  readonly runGroup: (count: string) => string
  readonly runInSequence: () => string
  readonly runOnlyOne: (task: string, size: number) => string
  readonly runAnyway: () => string
  readonly runTask: () => string
  readonly groupWaits: (count: string) => string
  readonly groupCannotRun: (count: string, reason: string) => string
  readonly cannotRun: (reason: string) => string
  /** Some of a group: `2 of 3`. */
  readonly someOf: (open: number, size: number) => string
  readonly progress: (done: number, total: number, failed: number) => string
  readonly failed: (count: number) => string
  readonly retryFailed: () => string
  readonly stop: () => string
  readonly stopTask: () => string
  readonly showLog: () => string
  readonly showDiff: () => string
  readonly showTerminals: () => string
  readonly timeline: () => string
}

/** What lenses say in English. */
export const englishLensTexts: LensTexts = {
  runAll: (count) => `Run all remaining (${count})`,
  resume: () => 'Resume interrupted run',
  runPhase: () => 'Run phase',
  runGroup: (count) => `Run parallel group (${count})`,
  runInSequence: () => 'Run in sequence',
  runOnlyOne: (task, size) => `Run ${task} in sequence (the one open task of ${size})`,
  runAnyway: () => 'Run anyway',
  runTask: () => 'Run task',
  groupWaits: (count) => `Parallel group (${count}) waits: another run is going on`,
  groupCannotRun: (count, reason) => `Parallel group (${count}) cannot run: ${reason}`,
  cannotRun: (reason) => `Cannot run: ${reason}`,
  someOf: (open, size) => `${open} of ${size}`,
  progress: (done, total, failed) =>
    failed === 0 ? `${done}/${total} done` : `${done}/${total} done, ${failed} failed`,
  failed: (count) => `${count} failed`,
  retryFailed: () => 'Retry failed',
  stop: () => 'Stop',
  stopTask: () => 'Stop task',
  showLog: () => 'Show log',
  showDiff: () => 'Show diff',
  showTerminals: () => 'Show terminals',
  timeline: () => 'Timeline',
}
