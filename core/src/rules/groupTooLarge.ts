import { parallelRange } from './places'
import type { Report, Rule } from './rule'

/** A group of more tasks than the setting allows for. */
export const groupTooLarge: Rule = {
  scope: 'group',
  code: 'group-too-large',
  severity: 'info',
  summary: 'A parallel group has more tasks than `parallelTasks.groups.maxSize`.',
  reason:
    'Large groups are hard to review and smart-ralph itself cuts them at five. All tasks run all the same, as many at a time as `parallelTasks.maxConcurrent` says.',
  fixes: ['split the group'],
  *check({ group, tasks }, context): Iterable<Report> {
    const { maxSize } = context.settings.groups
    if (!group.isParallel) return
    const [first] = tasks
    if (first === undefined || tasks.length <= maxSize) return
    yield {
      message: `This parallel group has ${tasks.length} tasks, more than ${maxSize}.`,
      range: parallelRange(first),
      data: { group: group.startIndex, size: tasks.length, maxSize, splitAt: group.taskIndices[maxSize] },
    }
  },
}
