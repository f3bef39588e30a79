import type { TaskRunState, TaskRunStatus } from '#core/run/runState'
import { settledStatus } from '#core/run/settledStatus'
import { taskName } from '../specs/outlineQueries'

/** Longest name of a terminal tab, in characters. */
const longest = 40

/** The name of a task's terminal: its state as a sign, its id and title. What ran when its runner went was broken off. */
export function terminalName(task: TaskRunState, isLive: boolean): string {
  return `${sign(settledStatus(task.status, isLive))} ${shortName(task)}`
}

/** Whether a terminal with this name is one of the task, in whatever state. */
export function isTerminalNameOf(name: string, task: TaskRunState): boolean {
  return /^[○●✓✗■] /u.test(name) && name.slice(2) === shortName(task)
}

function shortName(task: TaskRunState): string {
  const name = taskName(task)
  return name.length > longest ? `${name.slice(0, longest - 1)}…` : name
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
