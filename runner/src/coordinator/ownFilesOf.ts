import { relative, sep } from 'node:path'
import type { Task } from '#core/document/tasksDocument'
import { ownFiles } from '#core/run/ownFiles'
import type { RunState, TaskRunState } from '#core/run/runState'
import { changedSince } from './baseline'
import type { RunContext } from './runContext'

/** Which of the changed paths belong to a task. */
export function ownFilesOf(
  context: RunContext,
  claim: {
    readonly state: TaskRunState
    readonly task: Task
    /** The other successful tasks of the batch. */
    readonly others: readonly Task[]
    readonly remaining: readonly string[]
  },
): readonly string[] {
  const batch = firstBatchOf(context.journal.state(), claim.state.index)
  return ownFiles({
    changed: claim.remaining,
    files: claim.task.fields.files,
    othersFiles: claim.others.flatMap((other) => other.fields.files),
    changedByItself: new Set(claim.state.attempts.flatMap((attempt) => attempt.changedFiles ?? [])),
    isNew: changedSince(context, batch),
    specFolder: relative(context.root, context.specDir).split(sep).join('/'),
  })
}

/** A task that failed and is tried again may have done part of its work before: what counts is its first batch. */
function firstBatchOf(state: RunState | undefined, index: number): number {
  return state?.batches.find((batch) => batch.indices.includes(index))?.number ?? 0
}
