import type { Task } from '../../document/tasksDocument'
import { groupOf } from '../../plan/plan'
import { taskName } from '../../rules/taskName'
import type { TextEdit } from '../../text/position'
import type { Fix, FixContext } from './fix'
import { leftAlone, partsAround } from './leftAlone'
import { insert } from './sourceText'

/**
 * Splits the group of a task before it, by a heading one level below the one it stands under. None for the first task
 * of a group, nor where the settings say that such a heading ends no group.
 */
export function splitBefore({ document, plan, breakAt, source }: FixContext, task: Task): readonly Fix[] {
  const group = groupOf(plan, task.index)
  const before = document.tasks[task.index - 1]
  if (breakAt !== 'heading' || group?.isParallel !== true || group.startIndex === task.index || before === undefined)
    return []
  return [
    { title: `Split the group before ${taskName(task)}`, edits: [headingBetween({ document, source }, before, task)] },
  ]
}

/** A heading before a task that keeps it out of the group of the task before it, one level below its section. */
export function headingBetween(
  { document, source }: Pick<FixContext, 'document' | 'source'>,
  before: Task,
  task: Task,
): TextEdit {
  const section = document.headings.findLast(({ line }) => line < task.line)
  const depth = Math.min(6, section === undefined || section.isPhase || section.depth < 3 ? 3 : section.depth)
  const gap = source.line(task.line - 1).trim() === '' ? '' : source.eol
  const heading = `${gap}${'#'.repeat(depth)} After ${taskName(before)}${source.eol}${source.eol}`
  return insert({ line: task.line, character: 0 }, heading)
}

/** Splits as a fix: what stays alone by it loses its `[P]`, so that no new problem comes of it. */
export function splitFix(context: FixContext, task: Task): readonly Fix[] {
  const [above = [], below = []] = partsAround(context, task)
  const rest = leftAlone(context, [above, [task.index, ...below]])
  return splitBefore(context, task).map(({ title, edits }) => ({
    title: title + rest.words,
    edits: [...edits, ...rest.edits],
  }))
}
