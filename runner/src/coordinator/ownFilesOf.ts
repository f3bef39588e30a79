import type { RunState, TaskRunState } from '#core/run/runState'
import { ownFiles } from '#core/run/ownFiles'
import { changedSince } from './baseline'
import type { RunContext } from './runContext'

/** A task's claim to some of the changed paths. */
export interface FilesClaim {
  readonly state: TaskRunState
  /** What the task names. */
  readonly named: readonly string[]
  /** What the other successful tasks of the batch name. */
  readonly others: readonly string[]
  /** Changed paths that nobody has committed yet. */
  readonly remaining: readonly string[]
}

/** Which of the changed paths belong to a task. */
export function ownFilesOf(context: RunContext, claim: FilesClaim): readonly string[] {
  const batch = firstBatchOf(context.journal.state(), claim.state.index)
  return ownFiles({
    changed: claim.remaining,
    named: claim.named,
    others: claim.others,
    changedByItself: new Set(claim.state.attempts.flatMap((attempt) => attempt.changedFiles ?? [])),
    isNew: changedSince(context, batch),
  })
}

/** A task that failed and is tried again may have done part of its work before: what counts is its first batch. */
function firstBatchOf(state: RunState | undefined, index: number): number {
  return state?.batches.find((batch) => batch.indices.includes(index))?.number ?? 0
}
