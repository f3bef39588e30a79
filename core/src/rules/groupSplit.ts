import { taskName } from './taskName'
import type { Report, Rule } from './rule'

/** Headings that tell of an order in so many words. */
const SAYS_ORDER = /^\W*(?:after|then|once|next|finally|sequential)(?![\p{L}\p{N}])/iu

/** A sub-heading between `[P]` tasks of one spec-kit phase. */
export const groupSplit: Rule = {
  scope: 'structure',
  code: 'group-split',
  severity: 'info',
  summary: 'A heading cuts what would be one parallel group (spec-kit).',
  reason:
    'Sub-headings such as "Tests" and "Implementation" often stand for an order, so a group ends at them. ' +
    'Set `parallelTasks.groups.breakAt` to `phase` if the tasks on both sides may run together. ' +
    'A heading that says so itself, such as "After T004", is no accident and not reported.',
  fixes: [],
  *check({ document, plan }): Iterable<Report> {
    if (document.dialect !== 'spec-kit') return
    for (const [position, group] of plan.groups.entries()) {
      const next = plan.groups[position + 1]
      const last = document.tasks[group.endIndex]
      const first = next && document.tasks[next.startIndex]
      if (last === undefined || first === undefined || !last.parallel || !first.parallel) continue
      const between = document.headings.filter(({ line }) => last.line < line && line < first.line)
      const [heading] = between
      if (heading === undefined || between.some(({ isPhase, text }) => isPhase || SAYS_ORDER.test(text))) continue
      yield {
        message: `This heading ends the parallel group of task ${taskName(last)}; task ${taskName(first)} below it runs later.`,
        range: heading.range,
        data: { before: last.index, after: first.index },
      }
    }
  },
}
