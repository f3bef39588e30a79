import type { ExecutorReport } from '../commands/executorList'
import type { Disposable } from '../platform/disposables'
import type { Listen } from '../platform/signal'
import { createSignal } from '../platform/signal'

/** What the watch needs from outside. */
export interface ExecutorWatchOptions {
  /** Name of the chosen executor; `auto` for the first agent that is installed. */
  readonly chosen: () => string
  /** Which executors there are; [] when that cannot be told. */
  readonly ask: () => Promise<readonly ExecutorReport[]>
  /** Nothing is asked while this is false. */
  readonly mayAsk: () => boolean
}

/** Knows whether the chosen executor is there. Asks when it is first wanted, and again when told to. */
export interface ExecutorWatch extends Disposable {
  /** Asks unless that has been done; the answer comes by `onDidChange`. */
  look(): void
  /** Asks anew: the settings have changed, or the person says so. */
  readonly lookAgain: () => void
  /** The executor that is not installed, `auto` when no agent is; null while all is well or not known. */
  missing(): string | null
  readonly onDidChange: Listen<void>
}

/** Makes a watch that has not asked yet. */
export function createExecutorWatch(options: ExecutorWatchOptions): ExecutorWatch {
  const changed = createSignal<void>()
  let asked = false
  let question = 0
  let missing: string | null = null
  const ask = async (): Promise<void> => {
    if (!options.mayAsk()) return
    asked = true
    const mine = ++question
    const found = missingExecutor(options.chosen(), await options.ask())
    if (mine !== question || found === missing) return
    missing = found
    changed.fire()
  }
  return {
    look() {
      if (!asked) void ask()
    },
    lookAgain() {
      if (asked) void ask()
    },
    missing: () => missing,
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  }
}

/**
 * The chosen executor if it is not installed, `auto` if no agent is; null when all is well or nothing is known.
 * What the built-in executors need is always there, so that only agents count for `auto`.
 */
export function missingExecutor(chosen: string, all: readonly ExecutorReport[]): string | null {
  if (all.length === 0) return null
  if (chosen !== 'auto') return all.find(({ name }) => name === chosen)?.installed === true ? null : chosen
  const agents = all.filter(({ name }) => name !== 'shell' && name !== 'verify')
  return agents.some(({ installed }) => installed) ? null : 'auto'
}
