import type { Task } from '#core/document/tasksDocument'
import type { RunOptions } from '#core/generated/journalEvent'
import type { Executor } from '../executors/resolve'
import { shellScript } from '../executors/shellScript'
import { UserError } from '../userError'
import { taskName } from './taskText'

/** Refuses tasks that an executor cannot carry out, before anything starts. */
export function checkExecutor(tasks: readonly Task[], executor: Executor, options: Pick<RunOptions, 'verify'>): void {
  if (executor.kind === 'verify' && !options.verify)
    throw new UserError('The executor "verify" does nothing with --verify off; leave one of the two out.')
  if (executor.kind !== 'shell') return
  for (const task of tasks) {
    if (shellScript(task) !== undefined || (options.verify && judgesItself(task))) continue
    throw new UserError(
      `Task ${taskName(task)} (line ${task.line + 1}) has no commands for the executor "shell"; give it a \`Run\` field or a fenced sh block under \`Do\`, or name an agent with --executor.`,
    )
  }
}

/** A task that verifies is judged by its Verify command alone. */
function judgesItself(task: Task): boolean {
  return task.verification && (task.fields.verify?.commands.length ?? 0) > 0
}
