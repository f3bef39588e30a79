import type { Task, TasksDocument } from '../../document/tasksDocument'
import type { FixMaker } from './fix'
import { taskOf } from './taskOf'

/** The later task gets the next free number; what depends on the id keeps meaning the first task, or follows the later one. */
export const fixDuplicateId: FixMaker = (context, problem) => {
  const task = taskOf(context, problem)
  if (task?.id == null || task.idRange === null) return []
  const id = freeId(context.document, task.id)
  const idText = context.source.textOf(task.idRange)
  const own = { range: task.idRange, newText: idText.replace(task.id, id) }
  const below = context.document.tasks
    .slice(task.index + 1)
    .flatMap((other: Task) => other.fields.dependsOn)
    .filter((dependency) => dependency.text === task.id && context.source.textOf(dependency.range) === task.id)
  const alone = { title: `Renumber this task to ${id}`, edits: [own], preferred: true }
  if (below.length === 0) return [alone]
  const references = below.map(({ range }) => ({ range, newText: id }))
  return [alone, { title: `Renumber this task to ${id}, and what depends on it below`, edits: [own, ...references] }]
}

/** The lowest number behind all of the id's own section that no task has: `1.4` after `1.3`, `T008` after `T007`. */
function freeId(document: TasksDocument, id: string): string {
  const [, section = '', number = ''] = /^(.*?)(\d+)\D*$/.exec(id) ?? []
  const pattern = new RegExp(`^${escape(section)}(\\d+)`)
  const used = document.tasks.flatMap((task) => pattern.exec(task.id ?? '')?.[1] ?? []).map(Number)
  return section + String(Math.max(0, ...used) + 1).padStart(number.length, '0')
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`)
}
