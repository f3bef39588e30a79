import type { TasksDocument } from '#core/document/tasksDocument'
import type { Batch } from '#core/run/schedule'
import { noteBaseline } from './baseline'
import { recordBatch } from './ralphState'
import type { TasksNow } from './readTasks'
import type { RunContext } from './runContext'
import { runTask } from './runTask'

/** Begins a batch: in the state file, then in the journal. `again` marks a new try of tasks that had failed. */
export async function beginBatch(context: RunContext, now: TasksNow, batch: Batch, again: boolean): Promise<number> {
  const number = context.journal.state()?.batches.length ?? 0
  await noteBaseline(context, number)
  await recordBatch(context, now, batch, again)
  context.journal.append({
    kind: 'batchStarted',
    batch: number,
    startIndex: batch.startIndex,
    endIndex: batch.endIndex,
    parallel: batch.parallel,
    tasks: batch.tasks.map(({ index, id, title, line }) => ({ index, id, title, line })),
  })
  return number
}

/**
 * Runs the tasks of a batch in a sliding window and waits for all of them.
 * When one cannot even be recorded, the others are stopped before the error goes on.
 */
export async function runTasks(context: RunContext, document: TasksDocument, batch: Batch): Promise<void> {
  const { tasks, parallel } = batch
  const runs = tasks.map((task) => {
    const siblings = parallel ? tasks.filter((other) => other !== task) : []
    return context.window(async () => {
      try {
        await runTask(context, { document, task, parallel, siblings })
      } catch (error) {
        context.cancellation.breakOff()
        throw error
      }
    })
  })
  const settled = await Promise.allSettled(runs)
  const broken = settled.find((run) => run.status === 'rejected')
  if (broken !== undefined) throw broken.reason
}
