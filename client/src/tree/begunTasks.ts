import type { TaskRunStatus } from '#core/run/runState'
import type { RunChange } from '../runs/runView'

/** Indices of the tasks that began to run with this change, in the order of the run. */
export function begunTasks({ view, before }: RunChange): readonly number[] {
  const isSameRun = before?.state.runId === view.state.runId
  return [...view.state.tasks.values()]
    .filter(({ index, status }) => {
      const old = isSameRun ? before?.state.tasks.get(index)?.status : undefined
      return view.life === 'live' && runs(status) && !(old !== undefined && runs(old))
    })
    .map(({ index }) => index)
}

function runs(status: TaskRunStatus): boolean {
  return status === 'starting' || status === 'running' || status === 'verifying'
}
