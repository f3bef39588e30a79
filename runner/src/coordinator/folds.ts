import { join } from 'node:path'
import type { TaskRunState } from '#core/run/runState'
import { isControlFile } from '../git/controlFiles'
import { applyFold, planFold, tidyFold, type Fold } from '../git/foldBack'
import type { Overlay } from '../git/standing'
import { successesOf } from './batchResults'
import { failAfterAll } from './failAfterAll'
import type { RunContext } from './runContext'
import { specDocuments } from './specDocuments'
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
    if (fold?.conflict != null) await failFold(context, task, fold.conflict)
  }
}

async function failFold(context: RunContext, task: TaskRunState, path: string): Promise<void> {
  const note = readNote(context, task.index, task.attempts.at(-1)?.attempt ?? 0)
  const where = note === undefined ? '' : ` Its work is on the branch ${note.branch}, in ${note.path}.`
  const reason = `Its changes to ${path} conflict with what stands there now.${where}`
  await failAfterAll(context, task, { cause: 'conflict', reason })
}

/** What bringing back a task's work comes to; undefined for a task that worked in the main working tree. */
async function foldOf(context: RunContext, task: TaskRunState, overlay: Overlay): Promise<Fold | undefined> {
  const { worktrees } = context
  const note = readNote(context, task.index, task.attempts.at(-1)?.attempt ?? 0)
  if (worktrees === undefined || note === undefined || note.head === null) return undefined
  const { base, head } = note
  const documents = specDocuments(context, worktrees)
  const apart = (path: string): boolean => isControlFile(path) || documents.includes(path)
  return planFold(worktrees, { base, head, apart }, { overlay, scratch: join(context.journal.folder, 'merge') })
}

/** What came of bringing back a task's work: its paths, undefined for one that worked in the main working tree. */
export type Brought = { readonly ok: true; readonly paths: readonly string[] | undefined } | { readonly ok: false }

/**
 * Brings a task's work into the main working tree. When somebody has changed the same meanwhile, the task fails after
 * all, and its branch and worktree stay.
 */
export async function bringBack(context: RunContext, task: TaskRunState): Promise<Brought> {
  const fold = await foldOf(context, task, new Map())
  if (fold === undefined || context.worktrees === undefined) return { ok: true, paths: undefined }
  if (fold.conflict !== null) {
    await failFold(context, task, fold.conflict)
    return { ok: false }
  }
  applyFold(context.worktrees, fold)
  return { ok: true, paths: fold.paths }
}

/** Removes the worktrees of tasks whose work is in the main working tree. */
export async function removeWorktrees(context: RunContext, batch: number): Promise<void> {
  for (const task of successesOf(context, batch)) {
    await closeWorkplace(context, task.index, task.attempts.at(-1)?.attempt ?? 0)
  }
}
