import { taskName } from './taskName'
import type { Report, Rule } from './rule'

/** An id as requirements files write it: `FR-003`, `AC-1.2`, `US1`, `1.2`. Words and ranges are none. */
const idShape = /^(?:[A-Z]{1,8}-?)?\d+(?:\.\d+)*[a-z]?$/

/** A requirement that requirements.md does not have. */
export const unresolvedRequirement: Rule = {
  scope: 'task',
  code: 'unresolved-requirement',
  severity: 'warning',
  summary: 'A task names a requirement that requirements.md does not have.',
  reason:
    'The id is mistyped, or the requirement was renumbered or removed. Told only where a requirements.md with ids stands beside tasks.md.',
  fixes: [],
  *check(task, { definesRequirement }): Iterable<Report> {
    if (definesRequirement === undefined) return
    for (const requirement of task.fields.requirements) {
      if (!idShape.test(requirement.text) || definesRequirement(requirement.text)) continue
      yield {
        message: `Task ${taskName(task)} names the requirement ${requirement.text}, which requirements.md does not have.`,
        range: requirement.range,
        data: { task: task.index, id: requirement.text },
      }
    }
  },
}
