import { parallelRange, parallelSpelling } from './places'
import { taskName } from './taskName'
import type { Report, Rule } from './rule'

/** `[P]` on a task that has no parallel neighbour. */
export const loneParallel: Rule = {
  scope: 'group',
  code: 'lone-parallel',
  severity: 'info',
  summary: 'A `[P]` task has no `[P]` neighbour, so it runs alone.',
  reason:
    'A group needs two adjacent `[P]` tasks; a heading or an unmarked task between them ends it. Remove the marker, or move the task to its peers.',
  fixes: ['remove `[P]`'],
  *check({ group, tasks: [task] }, { document }): Iterable<Report> {
    if (group.isParallel || task === undefined || !task.parallel) return
    const spelling = parallelSpelling(document)
    yield {
      message: `Task ${taskName(task)} is marked ${spelling} but has no ${spelling} neighbour: it runs alone.`,
      range: parallelRange(task),
      data: { task: task.index },
    }
  },
}
