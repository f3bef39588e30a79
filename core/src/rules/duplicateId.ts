import type { Task } from '../document/tasksDocument'
import type { Report, Rule } from './rule'

/** Two tasks with the same id: told on each but the first. */
export const duplicateId: Rule = {
  scope: 'structure',
  code: 'duplicate-id',
  severity: 'error',
  summary: 'Two tasks have the same id.',
  reason:
    'Dependencies, progress notes and the command line name tasks by id. Give every task an id of its own; ' +
    'until then a task can only be named by its index.',
  fixes: ['renumber the later task, references included'],
  *check({ document, ids }): Iterable<Report> {
    if (ids.repeated.size === 0) return
    const first = new Map<string, Task>()
    for (const task of document.tasks) {
      if (task.id === null || !ids.repeated.has(task.id)) continue
      const other = first.get(task.id)
      if (other === undefined) {
        first.set(task.id, task)
        continue
      }
      yield {
        message: `The id ${task.id} is already that of the task on line ${other.line + 1}.`,
        range: task.idRange ?? task.titleRange,
        data: { id: task.id, task: task.index, other: other.index },
        related: [{ range: other.idRange ?? other.titleRange, message: `The first task with the id ${task.id}.` }],
      }
    }
  },
}
