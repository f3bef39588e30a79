import { settledStatus } from '#core/run/settledStatus'
import type { RunSummary } from '#core/wire/messages'
import type { RunView } from './runView'
import { outcomeOf } from './runView'

/** What the server needs to know of a run: tasks in index order, each with its newest attempt. */
export function summarise(view: RunView): RunSummary {
  const tasks = [...view.state.tasks.values()].sort((a, b) => a.index - b.index)
  return {
    runId: view.state.runId,
    live: view.life === 'live',
    outcome: outcomeOf(view),
    tasks: tasks.map((task) => {
      const attempt = task.attempts.at(-1)
      return {
        index: task.index,
        id: task.id,
        title: task.title,
        status: settledStatus(task.status, view.life === 'live'),
        attempt: attempt?.attempt ?? 0,
        reason: attempt?.reason ?? null,
        durationMs: attempt?.durationMs ?? null,
        commit: task.commit,
      }
    }),
  }
}
