import type { Task } from '../document/tasksDocument'
import { compareIds, familyOf } from './ids'
import type { Report, Rule } from './rule'

/** A task whose id is lower than that of a task before it. */
export const idOrder: Rule = {
  scope: 'structure',
  code: 'id-order',
  severity: 'info',
  summary: 'The ids of the tasks do not ascend.',
  reason: 'Tasks run in the order of the file, whatever their ids say. Renumber them, or move the task to its place.',
  fixes: [],
  *check({ document }): Iterable<Report> {
    const last = new Map<string, Task>()
    for (const task of document.tasks) {
      if (task.id === null) continue
      const family = familyOf(task.id)
      const before = last.get(family)
      last.set(family, task)
      if (before === undefined || before.id === null || compareIds(before.id, task.id) <= 0) continue
      yield {
        message: `Task ${task.id} comes after ${before.id}; tasks run in the order of the file.`,
        range: task.idRange ?? task.titleRange,
        data: { task: task.index, before: before.index },
      }
    }
  },
  stillNone({ after, fresh, start }) {
    const hasId = ({ id }: Task): boolean => id !== null
    const above = after.tasks.slice(0, start).findLast(hasId)
    const below = after.tasks.slice(start + fresh.length).find(hasId)
    const ids = [above, ...fresh, below].flatMap((task) => task?.id ?? [])
    const [first = ''] = ids
    return ids.every((id, at) => {
      const before = ids[at - 1]
      return familyOf(id) === familyOf(first) && (before === undefined || compareIds(before, id) <= 0)
    })
  },
}
