import { fromFindings } from './fromFindings'
import type { Report, Rule, RuleContext } from './rule'

/** A line that means to be a task's box and is not written as one. */
export const malformedCheckbox: Rule = {
  scope: 'document',
  code: 'malformed-checkbox',
  severity: 'error',
  summary: 'A checkbox is not written as `- [ ] `.',
  reason:
    'Other tools that read this file, and Markdown itself, do not see a box such as `-[ ] 1.1`, `- [x]1.1` or `- [ ] [ ] 1.1` as ' +
    'a task. Write `- [ ] ` with its spaces, once, at the start of the line.',
  fixes: ['write the checkbox as `- [ ] ` or `- [x] `', 'remove the second box'],
  *check(context: RuleContext): Iterable<Report> {
    yield* fromFindings(context, 'malformed-checkbox', ({ text, task }) => ({
      message: `\`${text}\` is not a well-formed checkbox; write \`- [ ] \` and then the task.`,
      data: { text, task },
    }))
    yield* fromFindings(context, 'indented-task', ({ text, task }) => ({
      severity: 'warning',
      message: 'This task is indented; other tools only see a task whose checkbox starts its line.',
      data: { text, task, indented: true },
    }))
  },
}
