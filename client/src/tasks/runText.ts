import type { RunState, TaskRunState } from '#core/run/runState'
import { taskName } from '../specs/outlineQueries'

/**
 * One line for every task that did not succeed, in the shape of `lint`: `file:line:column  severity  message  code`.
 * The problem matcher `$parallel-tasks` reads it. `shown` is the document's path as the terminal is to show it.
 */
export function failureLines(state: RunState, shown: string): readonly string[] {
  return [...state.tasks.values()]
    .filter((task) => task.status === 'failed' || task.status === 'timed-out')
    .sort((a, b) => a.index - b.index)
    .map((task) => failureLine(task, shown))
}

function failureLine(task: TaskRunState, shown: string): string {
  const last = task.attempts.at(-1)
  const reason = (last?.reason ?? task.status).replaceAll(/\s+/g, ' ')
  return `${shown}:${task.line + 1}:1  error  ${taskName(task)}: ${reason}  ${last?.cause ?? task.status}`
}

/** The exit code of the command line program for a run that is over. */
export function exitCodeOf(outcome: 'success' | 'failed' | 'cancelled' | 'interrupted' | null): number {
  return outcome === 'success' ? 0 : outcome === 'cancelled' ? 130 : 1
}
