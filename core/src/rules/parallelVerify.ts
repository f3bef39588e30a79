import { headRange, parallelSpelling } from './places'
import { taskName } from './taskName'
import type { Report, Rule } from './rule'

const verifies =
  /^[^\p{L}]*(?:(?:final(?:ly)?\s+)?(?:verify|validate)|quality\s+(?:check(?:point)?|gate)s?|checkpoint)(?=[\s:*_,.]|$)/iu

/** A parallel task whose title says that it checks the work of others. */
export const parallelVerify: Rule = {
  scope: 'task',
  code: 'parallel-verify',
  severity: 'warning',
  summary: 'A `[P]` task verifies, and has no `[VERIFY]`.',
  reason:
    'A check that runs beside the work it is to check sees it half done. Write `[VERIFY]` instead of `[P]`: the task then runs alone, ' +
    'after everything before it.',
  fixes: ['write `[VERIFY]` instead of `[P]`'],
  *check(task, { document }): Iterable<Report> {
    if (!task.parallel || task.verification || !verifies.test(task.title)) return
    yield {
      message: `Task ${taskName(task)} verifies, but is marked ${parallelSpelling(document)}; with [VERIFY] it runs alone, after what it is to check.`,
      range: headRange(task),
      data: { task: task.index },
    }
  },
}
