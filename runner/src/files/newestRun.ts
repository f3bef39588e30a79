import { hostname } from 'node:os'
import { join } from 'node:path'
import { foldRun } from '#core/run/fold'
import type { RunState } from '#core/run/runState'
import { newestRun, readJournal } from './journal'
import { lockHolder } from './lock'
import { lockFile, runFolder } from './specFolder'

/** The newest run of a spec as it stands now. */
export interface NewestRun {
  readonly folder: string
  readonly state: RunState
  /** `interrupted`: it has not ended and its runner is gone. */
  readonly standing: 'live' | 'ended' | 'interrupted'
}

/** Folds the newest journal of a spec; undefined when the spec has never been run. */
export async function readNewestRun(specDir: string): Promise<NewestRun | undefined> {
  const run = await newestRun(specDir)
  return run === undefined ? undefined : readRun(specDir, run.runId)
}

/** Folds the journal of one run of a spec; undefined when it does not begin as a run does. */
export function readRun(specDir: string, runId: string): NewestRun | undefined {
  const holder = lockHolder(lockFile(specDir))
  const folder = runFolder(specDir, runId)
  const state = foldRun(readJournal(folder).events)
  if (state === undefined) return undefined
  const isLive = holder?.runId === state.runId && (holder.host !== hostname() || state.outcome === null)
  const standing = isLive ? 'live' : state.outcome === null ? 'interrupted' : 'ended'
  return { folder, state, standing }
}

/** Path of the newest log of a task; undefined when it has not started. */
export function newestLog({ folder, state }: NewestRun, index: number): string | undefined {
  const attempt = state.tasks.get(index)?.attempts.at(-1)
  return attempt === undefined ? undefined : join(folder, attempt.log)
}
