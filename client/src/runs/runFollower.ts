import { foldEvent } from '#core/run/fold'
import type { RunState } from '#core/run/runState'
import { isUnfinished } from '#core/run/unfinished'
import type { Disposable } from '../platform/disposables'
import { serial } from '../platform/serial'
import { watchFile } from './fileChanges'
import { createJournalReader } from './journalReader'
import { journalFile, readLock } from './runFolder'
import type { RunLife } from './runView'

/** Tells whether the process with this id and start time still runs on this machine. */
export type IsAlive = (pid: number, pidStart: string) => Promise<boolean>

/** Which run to follow, and how. */
export interface FollowOptions {
  readonly file: string
  readonly folder: string
  readonly runId: string
  readonly isAlive: IsAlive
  /** Name of this machine: a process of another one cannot be asked for. */
  readonly host: string
  readonly pollMs: number
  /** Called after each look that changed something. */
  readonly onState: (state: RunState, life: RunLife) => void
  /** Called once when there is nothing more to follow. */
  readonly onQuiet: () => void
}

/** Follows the journal of one run until nobody writes it any more. */
export interface RunFollower extends Disposable {
  /** Looks now; resolves when what the journal holds has been told. */
  look(): Promise<void>
}

/** Begins to follow a run; the first look is up to the caller. */
export function followRun(options: FollowOptions): RunFollower {
  const reader = createJournalReader(journalFile(options.folder))
  let state: RunState | undefined
  let told: { state: RunState; life: RunLife } | undefined
  let disposed = false

  const step = async (): Promise<void> => {
    if (disposed) return
    // Whether someone still writes is asked before reading: what it wrote before it went is then read for sure.
    const written = await isWritten(options, state)
    const news = await reader.read()
    if (news.restarted) state = undefined
    for (const event of news.events) state = foldEvent(state, event)
    if (disposed) return
    const life = state === undefined ? undefined : await lifeOf(options, state, written)
    if (state !== undefined && life !== undefined && (told?.state !== state || told.life !== life)) {
      told = { state, life }
      options.onState(state, life)
    }
    if (life !== 'live' && !written) options.onQuiet()
  }
  const looks = serial(step)
  const watcher = watchFile(journalFile(options.folder), options.pollMs, () => void looks.request())
  return {
    look: () => looks.request(),
    dispose() {
      disposed = true
      watcher.dispose()
    },
  }
}

async function lifeOf(options: FollowOptions, state: RunState, written: boolean): Promise<RunLife> {
  if (state.outcome !== null) return isUnfinished(state) ? 'interrupted' : 'ended'
  return written || (await isRunnerAlive(options, state)) ? 'live' : 'interrupted'
}

async function isRunnerAlive(options: FollowOptions, state: RunState): Promise<boolean> {
  return state.host === options.host && options.isAlive(state.pid, state.pidStart)
}

/**
 * True while a living runner holds the lock for this run (one of another machine is taken to live),
 * or the run's own runner lives and has not said that it ended.
 */
async function isWritten(options: FollowOptions, state: RunState | undefined): Promise<boolean> {
  const lock = await readLock(options.file)
  if (lock?.runId === options.runId) {
    if (lock.host !== options.host || (await options.isAlive(lock.pid, lock.pidStart))) return true
  }
  return state !== undefined && state.outcome === null && (await isRunnerAlive(options, state))
}
