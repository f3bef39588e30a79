import type { Task } from '../document/tasksDocument'
import { headRange, isEmpty } from './places'
import { taskName } from './taskName'
import type { Report, Rule } from './rule'

const required: readonly { readonly field: string; readonly has: (task: Task) => boolean }[] = [
  {
    field: 'Do',
    has: ({ fields }) =>
      fields.do !== null && (fields.do.text.trim() !== '' || fields.codeBlocks.some((block) => block.field === 'do')),
  },
  { field: 'Done when', has: ({ fields }) => fields.doneWhen !== null && fields.doneWhen.text.trim() !== '' },
  { field: 'Verify', has: ({ fields }) => fields.verify !== null && !isEmpty(fields.verify) },
]

/** A smart-ralph task without one of the fields that its executor and judge need. */
export const missingField: Rule = {
  scope: 'task',
  code: 'missing-field',
  severity: 'warning',
  summary: 'A task lacks its Do, Done when or Verify (smart-ralph).',
  reason:
    'Do is what the executor works from, Done when is what it aims at, and Verify is the command that decides whether it got there. ' +
    'Without Verify, the executor is taken at its word.',
  fixes: ['insert the missing field'],
  *check(task, { document }): Iterable<Report> {
    if (document.dialect !== 'smart-ralph') return
    if (task.container) return
    for (const { field, has } of required) {
      if (has(task)) continue
      yield {
        message: `Task ${taskName(task)} has no \`${field}\`.`,
        range: headRange(task),
        data: { task: task.index, field },
      }
    }
  },
}
