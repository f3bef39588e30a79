import { parallelRange } from './places'
import { taskName } from './taskName'
import type { Report, Rule } from './rule'

/** `[P]` on a task that `[VERIFY]` or `[SEQUENTIAL]` makes sequential. */
export const markerOverride: Rule = {
  scope: 'task',
  code: 'marker-override',
  severity: 'warning',
  summary: '`[P]` stands beside `[VERIFY]` or `[SEQUENTIAL]`, which override it.',
  reason: 'The task runs alone and ends its group. Remove the marker that is not meant.',
  fixes: ['remove `[P]`', 'remove the overriding marker'],
  *check(task): Iterable<Report> {
    if (task.override === null) return
    yield {
      message: `[${task.override}] overrides [P]: task ${taskName(task)} runs alone.`,
      range: parallelRange(task),
      data: { task: task.index, override: task.override },
    }
  },
}
