import { dirname } from 'node:path'
import type { TaskRunState } from '#core/run/runState'
import { isSpecComplete } from '#core/run/schedule'
import type { RunContext } from './runContext'
import { tasksAfter } from './tasksAfter'
import { taskName } from './taskText'

/** How a run ended, for its last event and its exit code. */
export interface Outcome {
  readonly outcome: 'success' | 'failed' | 'cancelled'
  readonly reason: string | null
  readonly next: string | null
  readonly specComplete: boolean
}

/** Sums up a run from its journal and from the tasks document as it stands now. */
export function outcomeOf(context: RunContext): Outcome {
  const state = context.journal.state()
  const { document } = tasksAfter(context)
  const specComplete = isSpecComplete(document)
  const spec = dirname(context.file)
  if (context.cancellation.run.aborted)
    return {
      outcome: 'cancelled',
      reason: 'The run was cancelled.',
      next: `parallel-tasks resume ${spec}`,
      specComplete,
    }
  const last = state?.batches.at(-1)
  const tasks = (last?.indices ?? []).flatMap((index) => state?.tasks.get(index) ?? [])
  const failed = tasks.filter((task) => task.status !== 'success')
  if (failed.length === 0) return { outcome: 'success', reason: null, next: null, specComplete }
  const given = context.gate.givenUp()
  const reason = given ?? failed.map(describe).join(' ')
  return { outcome: 'failed', reason, next: `parallel-tasks retry ${spec}`, specComplete }
}

function describe(task: TaskRunState): string {
  const reason = task.attempts.at(-1)?.reason
  return `${taskName(task)}: ${reason ?? 'It was not started.'}`
}
