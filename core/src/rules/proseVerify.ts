import { isEmpty } from './places'
import { taskName } from './taskName'
import type { Report, Rule } from './rule'

/** A Verify field that is words only. */
export const proseVerify: Rule = {
  scope: 'task',
  code: 'prose-verify',
  severity: 'info',
  summary: 'Verify holds no command to run.',
  reason:
    'Nothing is run to judge the task, and the executor is taken at its word. Give a command in backticks that exits 0 when the work is done.',
  fixes: [],
  *check(task): Iterable<Report> {
    const { verify } = task.fields
    if (verify === null || verify.commands.length > 0 || isEmpty(verify)) return
    yield {
      message: `Verify of task ${taskName(task)} has no command to run; write one in backticks.`,
      range: verify.range,
      data: { task: task.index },
    }
  },
}
