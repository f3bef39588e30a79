import { join } from 'node:path'
import type { TaskRunState } from '#core/run/runState'
import { applyFold, planFold, tidyFold, type Fold, type Overlay } from '../git/foldBack'
import { successesOf } from './batchResults'
import { failAfterAll } from './failAfterAll'
import type { RunContext } from './runContext'
import { closeWorkplace } from './workplace'
import { readNote } from './worktreeNote'

/**
 * Works out, before anything is merged or ticked, whether the work done in worktrees fits together, in index order.
 * A task whose changes conflict with what stands there by then fails, alone; its branch and worktree stay.
 */
export async function checkFolds(context: RunContext, batch: number): Promise<void> {
  const overlay: Overlay = new Map()
  for (const task of successesOf(context, batch)) {
    if (task.commit !== null || task.commitSkipped !== null) continue
    const fold = await foldOf(context, task, overlay)
    if (fold !== undefined && context.recovering && context.worktrees !== undefined) tidyFold(context.worktrees, fold)
    if (fold?.conflict == null) continue
    const note = readNote(context, task.index, task.attempts.at(-1)?.attempt ?? 0)
    const where = note === undefined ? '' : ` Its work is on the branch ${note.branch}, in ${note.path}.`
    const reason = `Its changes to ${fold.conflict} conflict with what stands there now.${where}`
    await failAfterAll(context, task, { cause: 'conflict', reason })
  }
}

/** What bringing back a task's work comes to; undefined for a task that worked in the main working tree. */
export async function foldOf(context: RunContext, task: TaskRunState, overlay: Overlay): Promise<Fold | undefined> {
  const note = readNote(context, task.index, task.attempts.at(-1)?.attempt ?? 0)
  if (context.worktrees === undefined || note === undefined || note.head === null) return undefined
  const scratch = join(context.journal.folder, 'merge')
  return planFold(context.worktrees, { base: note.base, head: note.head }, { overlay, scratch })
}

/** Brings a task's work into the main working tree and tells its paths; undefined for one that worked there. */
export async function bringBack(context: RunContext, task: TaskRunState): Promise<readonly string[] | undefined> {
  const fold = await foldOf(context, task, new Map())
  if (fold === undefined || context.worktrees === undefined) return undefined
  applyFold(context.worktrees, fold)
  return fold.paths
}

/** Removes the worktrees of tasks whose work is in the main working tree. */
export async function removeWorktrees(context: RunContext, batch: number): Promise<void> {
  for (const task of successesOf(context, batch)) {
    await closeWorkplace(context, task.index, task.attempts.at(-1)?.attempt ?? 0)
  }
}
