import type { BatchState, TaskRunState } from '#core/run/runState'
import type { RunContext } from './runContext'

/** The tasks of a batch by what became of them; those that never started count as cancelled. */
export function results(
  context: RunContext,
  batch: number,
): { readonly succeeded: number[]; readonly failed: number[]; readonly cancelled: number[] } {
  const tasks = tasksOf(context, batch)
  const pick = (test: (task: TaskRunState) => boolean): number[] => tasks.filter(test).map((task) => task.index)
  const isOut = (task: TaskRunState): boolean => task.status === 'cancelled' || task.status === 'queued'
  return {
    succeeded: pick((task) => task.status === 'success'),
    failed: pick((task) => task.status !== 'success' && !isOut(task)),
    cancelled: pick(isOut),
  }
}

/** The tasks of a batch as the journal knows them, in index order. */
export function tasksOf(context: RunContext, batch: number): readonly TaskRunState[] {
  const state = context.journal.state()
  const indices = [...(batchStateOf(context, batch)?.indices ?? [])].sort((a, b) => a - b)
  return indices.flatMap((index) => state?.tasks.get(index) ?? [])
}

/** The tasks of a batch that succeeded, in index order. */
export function successesOf(context: RunContext, batch: number): readonly TaskRunState[] {
  return tasksOf(context, batch).filter((task) => task.status === 'success')
}

/** A batch as the journal knows it. */
export function batchStateOf(context: RunContext, batch: number): BatchState | undefined {
  return context.journal.state()?.batches.find((other) => other.number === batch)
}
