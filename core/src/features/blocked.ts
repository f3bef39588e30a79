import type { TasksDocument } from '../document/tasksDocument'
import { isRunnable, type Group } from '../plan/plan'
import type { Problem } from '../rules/problem'

/** Why a group cannot run as it stands. */
export interface Blocked {
  readonly code: 'file-overlap' | 'unsafe-path'
  /** One readable sentence without its full stop. */
  readonly reason: string
}

/**
 * Why the open tasks of a group must not run side by side: two of them name one file, or one names a file
 * outside the workspace. Undefined when nothing is in the way; a rule that is turned off is never in the way.
 */
export function blockedBy(document: TasksDocument, group: Group, problems: readonly Problem[]): Blocked | undefined {
  const isOpen = (index: unknown): boolean => {
    const task = typeof index === 'number' && group.taskIndices.includes(index) ? document.tasks[index] : undefined
    return task !== undefined && isRunnable(task)
  }
  for (const { code, data, message } of problems) {
    const reason = message.replace(/\.$/, '')
    if (code === 'unsafe-path' && isOpen(data?.['task'])) return { code, reason }
    if (code !== 'file-overlap' || !group.isParallel) continue
    const tasks = data?.['tasks']
    if (Array.isArray(tasks) && tasks.every(isOpen)) return { code, reason }
  }
  return undefined
}
