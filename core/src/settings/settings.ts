import type { ExecutorSettings } from '../generated/executors'
import type { BreakAt } from '../plan/plan'
import type { Severity } from '../rules/problem'

/** The settings that core, server and runner share: `parallelTasks.*` without the purely visual ones. */
export interface Settings {
  /** Name of an executor, or `auto` for the first installed agent. */
  readonly executor: string
  readonly executors: ExecutorSettings
  /** 1 to 32. */
  readonly maxConcurrent: number
  /** Milliseconds; 0 is off. */
  readonly taskTimeoutMs: number
  /** Milliseconds; 0 is off. */
  readonly idleTimeoutMs: number
  readonly verify: boolean
  readonly commit: boolean
  readonly isolation: 'shared' | 'worktree'
  /** Ignored files and folders, relative to the root, that each worktree gets. */
  readonly worktreeFiles: readonly string[]
  /** How often a failed task is tried again within a run. */
  readonly retries: number
  readonly groups: { readonly breakAt: BreakAt; readonly maxSize: number }
  /** Severity by rule code; codes left out keep their default. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  readonly files: { readonly include: readonly string[]; readonly exclude: readonly string[] }
}

/** What holds where nothing is set. */
export const defaultSettings: Settings = {
  executor: 'auto',
  executors: {},
  maxConcurrent: 3,
  taskTimeoutMs: 60 * 60_000,
  idleTimeoutMs: 10 * 60_000,
  verify: true,
  commit: true,
  isolation: 'shared',
  worktreeFiles: [],
  retries: 0,
  groups: { breakAt: 'heading', maxSize: 5 },
  rules: {},
  files: { include: ['**/tasks.md', '**/Tasks.md'], exclude: ['**/node_modules/**', '**/.git/**'] },
}
