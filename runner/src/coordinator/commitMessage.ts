import { basename } from 'node:path'
import type { Task } from '#core/document/tasksDocument'
import type { RunContext } from './runContext'

/** The message of the task's Commit field; one made of its id and title when it has no such field; null for "None". */
export function commitMessage(context: RunContext, task: Task): string | null {
  const { commit } = task.fields
  if (commit !== null) return commit.message
  const name = task.id === null ? task.title : `${task.id} ${task.title}`
  return `chore(${basename(context.specDir)}): ${name}`
}
