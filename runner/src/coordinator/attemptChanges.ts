import { changedBetween, takeSnapshot } from '../git/snapshot'
import { watchOtherRuns } from '../git/otherRuns'
import type { RunContext } from './runContext'
import type { Workplace } from './workplace'

/** Watches what changes during one attempt. */
export interface AttemptChanges {
  /** The paths that changed, when the attempt was alone in the working tree all the time; null when nobody can tell. */
  end(): Promise<readonly string[] | null>
}

/** Notes how the working tree looks when an attempt begins. An attempt in a worktree is none of the others' matter. */
export async function beginChanges(context: RunContext, place: Workplace): Promise<AttemptChanges> {
  const { repository } = context
  if (place.worktree !== null || repository === undefined) return { end: () => Promise.resolve(null) }
  const solo = context.solo.begin()
  const others = watchOtherRuns(repository, context.runId)
  const before = solo.isAlone() ? await takeSnapshot(repository) : {}
  return {
    async end() {
      const alone = solo.end() && !others.wereThere()
      if (!alone) return null
      return changedBetween(before, await takeSnapshot(repository))
    },
  }
}
