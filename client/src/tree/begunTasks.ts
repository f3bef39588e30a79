import { isActive } from '#core/run/fold'
import type { RunChange } from '../runs/runView'

/** Indices of the tasks that began to run with this change, in the order of the run. */
export function begunTasks({ view, before }: RunChange): readonly number[] {
  const isSameRun = before?.state.runId === view.state.runId
  return [...view.state.tasks.values()]
    .filter(({ index, status }) => {
      const old = isSameRun ? before?.state.tasks.get(index)?.status : undefined
      return view.life === 'live' && isActive(status) && !(old !== undefined && isActive(old))
    })
    .map(({ index }) => index)
}
