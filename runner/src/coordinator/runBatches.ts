import type { Task } from '#core/document/tasksDocument'
import { findTaskAgain } from '#core/document/tick'
import type { BatchState, TaskRunState } from '#core/run/runState'
import { nextBatch, type Batch, type Wanted } from '#core/run/schedule'
import { beginBatch, runTasks } from './batch'
import { results, tasksOf } from './batchResults'
import { finishBatch } from './finish'
import type { TasksNow } from './readTasks'
import { warn, type RunContext } from './runContext'

/**
 * Runs batch after batch in document order, until nothing is left, a task failed for good, or the run is cancelled.
 * The document is read anew before each: people edit it meanwhile.
 */
export async function runBatches(context: RunContext, wanted: Pick<Wanted, 'scope' | 'indices'>): Promise<void> {
  while (!context.cancellation.run.aborted) {
    const now = context.readTasks()
    const batch = nextBatch(now.document, now.plan, { ...wanted, settled: settledIn(context, now) })
    if (batch === undefined) return
    if (!(await runOneBatch(context, now, batch, false)) || wanted.scope === 'next') return
  }
}

/** Runs one batch from its first note to its last. True when all of it succeeded. */
export async function runOneBatch(context: RunContext, now: TasksNow, batch: Batch, again: boolean): Promise<boolean> {
  const number = await beginBatch(context, now, batch, again)
  await runTasks(context, now.document, batch)
  return finish(context, number)
}

/** Goes on with a batch that a dead runner left: runs what has no result yet, then finishes all of it. */
export async function completeBatch(context: RunContext, left: BatchState): Promise<boolean> {
  const now = context.readTasks()
  // Once a batch is being finished nothing waits any more, unless the line that told a verdict was spoilt.
  const waiting = tasksOf(context, left.number).filter(
    ({ status }) => status === 'interrupted' || (status === 'queued' && left.phase === 'running'),
  )
  if (waiting.length > 0) {
    const tasks = waiting.flatMap((planned): readonly Task[] => {
      const task = findTaskAgain(now.document, planned)
      if (task !== undefined) return [{ ...task, index: planned.index }]
      warn(
        context,
        'task-gone',
        `Task ${planned.id ?? `#${planned.index}`} "${planned.title}" cannot be found again and was left out.`,
        planned.index,
      )
      return []
    })
    await runTasks(context, now.document, { ...left, tasks })
  }
  return finish(context, left.number)
}

/** Finishes the successes of a batch that a dead runner left, and leaves the rest for later. */
export function closeBatch(context: RunContext, left: BatchState): Promise<boolean> {
  return finish(context, left.number)
}

async function finish(context: RunContext, number: number): Promise<boolean> {
  await finishBatch(context, number)
  const { failed, cancelled } = results(context, number)
  return failed.length === 0 && cancelled.length === 0
}

/** Tasks that succeeded in this run and need not run again: their box may have been refused. */
function settledIn(context: RunContext, now: TasksNow): ReadonlySet<number> {
  const done = [...(context.journal.state()?.tasks.values() ?? [])].filter((task) => task.status === 'success')
  return new Set(done.flatMap((task) => (findTaskAgain(now.document, task) ?? renamed(now, task))?.index ?? []))
}

/**
 * The task that has another id by now: a person has renumbered the plan. That is too little to tick its box, but enough
 * not to do its work a second time.
 */
function renamed({ document }: TasksNow, { index, line, title }: TaskRunState): Task | undefined {
  const same = (task: Task | undefined): boolean => task?.title === title
  const atIndex = document.tasks[index]
  return same(atIndex) ? atIndex : document.tasks.find((task) => task.line === line && same(task))
}
