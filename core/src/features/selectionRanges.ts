import type { TasksDocument } from '../document/tasksDocument'
import { contains } from '../rules/order'
import type { Position, Range } from '../text/position'
import { groupOf, type Plan } from '../plan/plan'
import { headRange } from '../rules/places'
import { extentOf, sectionEnds } from './sections'
import { subjectAt, taskAt } from './subject'

/**
 * The ranges that an editor grows a selection through, from the smallest: the token, the field's value, the field, the
 * task's head, the task, its group, its sections, the document. Each holds the one before and is larger.
 */
export function selectionRanges(document: TasksDocument, plan: Plan, position: Position): readonly Range[] {
  const { lines, end } = extentOf(document.text)
  const task = taskAt(document, position)
  const subject = subjectAt(document, position)
  const group = task === undefined ? undefined : groupOf(plan, task.index)
  const [first, last] = [document.tasks[group?.startIndex ?? -1], document.tasks[group?.endIndex ?? -1]]
  const ends = sectionEnds(document, lines)
  const candidates: readonly (Range | undefined)[] = [
    subject?.range,
    ...(task?.fields.all.flatMap(({ nameRange, range }) => [range, { start: nameRange.start, end: range.end }]) ?? []),
    task && headRange(task),
    task?.range,
    group?.isParallel && first && last ? { start: first.range.start, end: last.range.end } : undefined,
    ...document.headings.map(({ range }, index) => {
      const line = ends[index] ?? lines
      return { start: range.start, end: line >= lines ? end : { line, character: 0 } }
    }),
    { start: { line: 0, character: 0 }, end },
  ]
  const holding = candidates.flatMap((range) => (range !== undefined && contains(range, position) ? [range] : []))
  return nested(holding)
}

/** Sorted from small to large, and only those that hold the one before. */
function nested(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = []
  for (const range of ranges.toSorted(bySize)) {
    const inner = result.at(-1)
    const larger = inner === undefined || bySize(inner, range) !== 0
    if (larger && (inner === undefined || (contains(range, inner.start) && contains(range, inner.end))))
      result.push(range)
  }
  return result
}

function bySize(a: Range, b: Range): number {
  const lines = (range: Range): number => range.end.line - range.start.line
  const width = (range: Range): number => range.end.character - range.start.character
  return lines(a) - lines(b) || width(a) - width(b)
}
