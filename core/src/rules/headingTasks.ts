import { fromFindings } from './fromFindings'
import type { Rule } from './rule'

/** A file whose tasks are headings. */
export const headingTasks: Rule = {
  scope: 'document',
  code: 'heading-tasks',
  severity: 'warning',
  summary: 'The tasks of this file are headings, not checkboxes.',
  reason:
    'Boxes below such headings are acceptance criteria or fields, so no plan can be made without guessing. ' +
    'Write each task as a line `- [ ] 1.1 Title` to run it from here.',
  fixes: [],
  check: (context) =>
    fromFindings(context, 'heading-tasks', ({ text }) => ({
      message: 'The tasks of this file are headings: there is nothing to run. Write each task as `- [ ] 1.1 Title`.',
      data: { text },
    })),
}
