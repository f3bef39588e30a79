import type { FileReference, Task } from '../document/tasksDocument'
import { openTasks, type Group } from '../plan/plan'
import { taskName } from '../rules/taskName'
import { blockedBy } from './blocked'
import type { LensContext } from './lens'
import { code, plain } from './markdown'

/** The hover of a group: how many run side by side, each member with its state and files, what is in the way. */
export function groupHover({ document, obstacles, run }: Omit<LensContext, 'texts'>, group: Group): string {
  const tasks = group.taskIndices.flatMap((index) => document.tasks[index] ?? [])
  const [first] = tasks
  if (!group.isParallel) return loneHover(first)
  const blocked = blockedBy(document, group, obstacles)
  const open = openTasks(document, group).length
  return [
    `**Parallel group** of ${tasks.length} tasks, ${open} open`,
    tasks.map((task) => `- ${memberLine(task, run?.tasks.get(task.index)?.status)}`).join('\n'),
    blocked === undefined
      ? 'Nothing is in the way of running them side by side.'
      : `Cannot run side by side: ${plain(blocked.reason)}.`,
  ].join('\n\n')
}

function loneHover(task: Task | undefined): string {
  if (task?.override) return `\\[P\\] is overridden by \\[${task.override}\\]: this task runs alone.`
  return 'This \\[P\\] task has no \\[P\\] neighbour: it runs alone.'
}

function memberLine(task: Task, status: string | undefined): string {
  const files = task.fields.files.map(fileText).join(', ')
  const head = task.id === null ? plain(task.title) : `**${plain(task.id)}** ${plain(task.title)}`
  return [head, status ?? task.state, files].filter((part) => part !== '').join(' · ') || taskName(task)
}

function fileText({ path, use }: FileReference): string {
  return use === 'unknown' ? code(path) : `${code(path)} (${use})`
}
