import type { Range } from '../../text/position'
import { splitBefore } from '../fixes/splitGroup'
import { joinGroups } from './joinGroups'
import { markParallel } from './markParallel'
import { moveTask } from './moveTask'
import type { RefactorContext, Refactoring } from './refactoring'
import { renumber } from './renumber'

/** Every refactoring that makes sense for a selection: of the tasks in it, of the task it begins on, of the document. */
export function refactorings(context: RefactorContext, selection: Range): readonly Refactoring[] {
  const task = context.document.tasks.find(
    ({ line, titleRange }) => line <= selection.start.line && selection.start.line <= titleRange.end.line,
  )
  const own =
    task === undefined
      ? []
      : [
          ...splitBefore(context, task).map(({ title, edits }) => ({ title, edits, kind: 'rewrite' as const })),
          ...joinGroups(context, task),
          ...moveTask(context, task),
        ]
  return [...markParallel(context, selection), ...own, ...renumber(context.document)]
}
