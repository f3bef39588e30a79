import type { Task } from '../../document/tasksDocument'
import { groupOf } from '../../plan/plan'
import { taskName } from '../../rules/taskName'
import type { RefactorContext, Refactoring } from './refactoring'

/**
 * Joins the group of a task with the parallel tasks right above it, by taking the one sub-heading away that stands
 * between them. Nothing where words or a phase stand between.
 */
export function joinGroups({ document, plan, source }: RefactorContext, task: Task): readonly Refactoring[] {
  const before = document.tasks[task.index - 1]
  if (
    before === undefined ||
    !before.parallel ||
    !task.parallel ||
    groupOf(plan, task.index)?.startIndex !== task.index
  )
    return []
  const [heading, ...more] = document.headings.filter(({ line }) => before.line < line && line < task.line)
  if (heading === undefined || more.length > 0 || heading.isPhase) return []
  const start = before.range.end.line + 1
  for (let line = start; line < task.line; line++) {
    const inHeading = heading.range.start.line <= line && line <= heading.range.end.line
    if (!inHeading && source.line(line).trim() !== '') return []
  }
  const range = { start: { line: start, character: 0 }, end: { line: task.line, character: 0 } }
  const title = `Join the groups of ${taskName(before)} and ${taskName(task)}`
  return [{ title, kind: 'rewrite', edits: [{ range, newText: '' }] }]
}
