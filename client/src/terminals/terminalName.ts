import type { TaskRunState, TaskRunStatus } from '#core/run/runState'
import { taskName } from '../specs/outlineQueries'

/** Longest name of a terminal tab, in characters. */
const longest = 40

/** The name of a task's terminal: its state as a sign, its id and title. */
export function terminalName(task: TaskRunState): string {
  const name = taskName(task)
  return `${sign(task.status)} ${name.length > longest ? `${name.slice(0, longest - 1)}…` : name}`
}

function sign(status: TaskRunStatus): string {
  switch (status) {
    case 'queued':
      return '○'
    case 'starting':
    case 'running':
    case 'verifying':
      return '●'
    case 'success':
      return '✓'
    case 'failed':
    case 'timed-out':
    case 'interrupted':
      return '✗'
    case 'cancelled':
      return '■'
  }
}
