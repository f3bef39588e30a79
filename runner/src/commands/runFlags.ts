import type { RunOptions } from '#core/generated/journalEvent'
import type { Selection } from '#core/run/selection'

/** The flags of `run`, `resume` and `retry`, as they were given. */
export interface RunFlags {
  readonly group?: string
  readonly task?: readonly string[]
  /** 1-based line of a heading. */
  readonly phase?: number
  readonly all?: boolean
  readonly executor?: string
  readonly maxConcurrent?: number
  /** Milliseconds, as `idleTimeout`. */
  readonly timeout?: number
  readonly idleTimeout?: number
  readonly isolation?: RunOptions['isolation']
  readonly commit?: boolean
  readonly verify?: boolean
  readonly retry?: number
  readonly breakAt?: RunOptions['breakAt']
  readonly config?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** Which tasks the flags ask for. */
export function selectionOf(flags: RunFlags): Selection {
  if (flags.group !== undefined) return { kind: 'group', at: flags.group }
  if (flags.task !== undefined)
    return { kind: 'tasks', names: flags.task.flatMap((names) => names.split(',')).filter(Boolean) }
  if (flags.phase !== undefined) return { kind: 'phase', headingLine: flags.phase - 1 }
  return { kind: flags.all === true ? 'all' : 'next' }
}

/** The options that were given outright; the others are left out, not undefined. */
export function optionsOf(flags: RunFlags, config: string | null): Partial<Omit<RunOptions, 'scope' | 'indices'>> {
  return {
    ...(flags.executor === undefined ? {} : { executor: flags.executor }),
    ...(flags.maxConcurrent === undefined ? {} : { maxConcurrent: flags.maxConcurrent }),
    ...(flags.timeout === undefined ? {} : { taskTimeoutMs: flags.timeout }),
    ...(flags.idleTimeout === undefined ? {} : { idleTimeoutMs: flags.idleTimeout }),
    ...(flags.isolation === undefined ? {} : { isolation: flags.isolation }),
    ...(flags.commit === undefined ? {} : { commit: flags.commit }),
    ...(flags.verify === undefined ? {} : { verify: flags.verify }),
    ...(flags.retry === undefined ? {} : { retries: flags.retry }),
    ...(flags.breakAt === undefined ? {} : { breakAt: flags.breakAt }),
    ...(config === null ? {} : { config }),
  }
}
