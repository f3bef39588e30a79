import type { Task } from '../document/tasksDocument'
import type { Report, Rule } from './rule'
import { taskName } from './taskName'

/** A dependency on an id that no task has. */
export const unknownDependency: Rule = {
  scope: 'structure',
  code: 'unknown-dependency',
  severity: 'warning',
  summary: 'A task depends on an id that no task of the file has.',
  reason:
    'The id is mistyped, or its task was renamed or removed. The number of a whole section is fine: `1` where there is a task `1.1`; of a range such as `T001-T005` only both ends must be there.',
  fixes: [],
  *check({ document, ids }): Iterable<Report> {
    const dependent = document.tasks.filter((task) => task.dependent)
    if (dependent.length === 0) return
    let sections: ReadonlySet<string> | undefined
    const isSection = (text: string): boolean => {
      sections ??= new Set(document.tasks.flatMap(({ id }) => (id === null ? [] : sectionsOf(id))))
      return sections.has(text)
    }
    for (const task of dependent) {
      for (const [at, { text, range }] of task.fields.dependsOn.entries()) {
        if (isWithinRange(task, at) || ids.has(text) || isSection(text)) continue
        yield {
          message: `Task ${taskName(task)} depends on ${text}, and no task has this id.`,
          range,
          data: { task: task.index, id: text },
        }
      }
    }
  },
}

/** Of `T001-T005` only the ends must be there: all ids of a range stand at the same place. */
function isWithinRange({ fields: { dependsOn } }: Task, at: number): boolean {
  const [before, own, after] = [dependsOn[at - 1], dependsOn[at], dependsOn[at + 1]].map((each) => each?.range.start)
  return (
    own !== undefined && [before, after].every((other) => other?.line === own.line && other.character === own.character)
  )
}

/** `1` and `1.2` for `1.2.3`. */
function sectionsOf(id: string): readonly string[] {
  const parts = id.split('.')
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('.'))
}
