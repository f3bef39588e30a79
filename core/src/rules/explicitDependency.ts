import { taskName } from './taskName'
import type { Report, Rule } from './rule'

/** A task that says it depends on a sibling of its own group. */
export const explicitDependency: Rule = {
  scope: 'group',
  code: 'explicit-dependency',
  severity: 'warning',
  summary: 'A task of a parallel group says that it depends on another task of the group.',
  reason:
    'The two are started at the same time, which is not what "depends on" asks for. Take the `[P]` away from the later one, ' +
    'mark it `[SEQUENTIAL]`, or split the group. Depending on a task before the group is fine.',
  fixes: ['mark the dependent task `[SEQUENTIAL]`'],
  *check({ group, tasks }): Iterable<Report> {
    if (!group.isParallel) return
    for (const task of tasks) {
      for (const dependency of task.fields.dependsOn) {
        const sibling = tasks.find((other) => other !== task && other.id === dependency.text)
        if (sibling === undefined) continue
        yield {
          message: `Task ${taskName(task)} depends on ${dependency.text}, but both are in one group and start together.`,
          range: dependency.range,
          data: { task: task.index, other: sibling.index, ids: [sibling.id, task.id], group: group.startIndex },
          related: [{ range: sibling.idRange ?? sibling.titleRange, message: `Task ${taskName(sibling)}.` }],
        }
      }
    }
  },
}
