import type { Task } from '../../document/tasksDocument'
import { taskName } from '../../rules/taskName'
import type { Range } from '../../text/position'
import type { RefactorContext, Refactoring } from './refactoring'

/** Moves a task with its whole block before the one above it, or behind the one below it; never over a heading. */
export function moveTask(context: RefactorContext, task: Task): readonly Refactoring[] {
  const { tasks } = context.document
  return [
    ...swap(context, tasks[task.index - 1], task, `Move ${taskName(task)} up`),
    ...swap(context, task, tasks[task.index + 1], `Move ${taskName(task)} down`),
  ]
}

function swap(
  { document, source }: RefactorContext,
  first: Task | undefined,
  second: Task | undefined,
  title: string,
): readonly Refactoring[] {
  if (first === undefined || second === undefined) return []
  const apart = document.headings.some(({ line }) => first.line < line && line < second.line)
  const kin = first.parent === second.parent && !first.container && !second.container
  if (apart || !kin || first.range.end.line >= second.line) return []
  const [above, below] = [blockOf(first), blockOf(second)]
  return [
    {
      title,
      kind: 'move',
      edits: [
        { range: above, newText: source.textOf(below) },
        { range: below, newText: source.textOf(above) },
      ],
    },
  ]
}

function blockOf({ line, range }: Task): Range {
  return { start: { line, character: 0 }, end: range.end }
}
