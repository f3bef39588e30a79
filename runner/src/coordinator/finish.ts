import type { TaskRunState } from '#core/run/runState'
import { tickTasks } from '../files/tick'
import { mergeProgressFiles, removeProgressFiles } from '../files/progressFiles'
import { setProgressAside, sharedNotesFile } from './attemptFiles'
import { batchStateOf, results, successesOf, tasksOf } from './batchResults'
import { checkFolds } from './folds'
import { commitBatch } from './commitBatch'
import { recordProgress } from './ralphState'
import { tidySharedNotes } from './sharedNotes'
import { inRepository } from './repositoryTurn'
import { warn, type RunContext } from './runContext'
import { tasksAfter } from './tasksAfter'

/**
 * Finishes a batch whose attempts have all ended: merge, ticks, commits, clean-up, state file, in this order.
 * Every step is noted when it is done and does nothing when it had been done before,
 * so that a finish cut short is completed by doing it again.
 */
export async function finishBatch(context: RunContext, batch: number): Promise<void> {
  if (batchStateOf(context, batch)?.phase === 'running') {
    const { succeeded, failed } = results(context, batch)
    context.journal.append({ kind: 'finishStarted', batch, succeeded, failed })
  }
  await checkFolds(context, batch)
  const waiting = await mergeNotes(context, batch)
  await tick(context, batch)
  await commitBatch(context, batch)
  await clearNotes(context, batch, waiting)
  await recordProgress(context, tasksAfter(context))
  context.journal.append({ kind: 'batchEnded', batch, ...results(context, batch) })
}

/** Returns the tasks whose notes `.progress.md` could not take: they lie ready for a later merge. */
async function mergeNotes(context: RunContext, batch: number): Promise<readonly number[]> {
  const successes = successesOf(context, batch)
  const alone = successes.filter((task) => task.attempts.at(-1)?.progressFile === sharedNotesFile)
  for (const task of alone) if (!task.ticked) await tidySharedNotes(context, task)
  const unmerged = successes.filter((task) => !task.merged && !alone.includes(task))
  if (unmerged.length === 0) return []
  const { merged, skipped, waiting } = await mergeProgressFiles(context.specDir, unmerged)
  for (const { index, reason } of skipped) warn(context, 'progress-skipped', `${reason}.`, index)
  context.journal.append({ kind: 'progressMerged', batch, indices: merged, skipped: skipped.map(({ index }) => index) })
  return waiting
}

async function tick(context: RunContext, batch: number): Promise<void> {
  await tickAll(
    context,
    successesOf(context, batch).filter((task) => !task.ticked && task.tickRefused === null),
  )
}

/** Tries again to tick what could not be ticked for sure when it had succeeded: the file may be settled now. */
export async function tickRefused(context: RunContext): Promise<void> {
  const tasks = [...(context.journal.state()?.tasks.values() ?? [])]
  await tickAll(
    context,
    tasks.filter((task) => task.status === 'success' && task.tickRefused !== null),
  )
}

async function tickAll(context: RunContext, waiting: readonly TaskRunState[]): Promise<void> {
  if (waiting.length === 0) return
  const outcomes = await undisturbed(context, () =>
    tickTasks({
      file: context.file,
      tasks: waiting,
      parse: (text) => context.parse(text),
      editor: context.askEditor,
    }),
  )
  for (const outcome of outcomes) {
    const { index } = outcome
    if (outcome.kind === 'ticked') context.journal.append({ kind: 'taskTicked', index, via: outcome.via })
    else {
      context.journal.append({ kind: 'tickRefused', index, reason: outcome.reason })
      warn(context, 'tick-refused', outcome.reason, index)
    }
  }
}

/**
 * While nobody commits. Git knows a changed file by its size and by the second of its time: a tick between its look at
 * the file and its writing of the index, in the second of an earlier tick, would stay unseen, and out of the commit.
 */
function undisturbed<T>(context: RunContext, action: () => Promise<T>): Promise<T> {
  return context.repository === undefined ? action() : inRepository(context, context.repository, action)
}

/** Merged notes are deleted; notes that cannot be merged are kept with the run. */
async function clearNotes(context: RunContext, batch: number, waiting: readonly number[]): Promise<void> {
  const merged = successesOf(context, batch).filter((task) => task.merged)
  await removeProgressFiles(
    context.specDir,
    merged.map((task) => task.index),
  )
  const aside = tasksOf(context, batch).filter(({ index }) => !waiting.includes(index))
  for (const { index } of aside) setProgressAside(context, index, 'unmerged')
}
