import type { Marker, MarkerKind, Task, TasksDocument } from '../document/tasksDocument'
import type { Range } from '../text/position'

/** The task's first marker of a kind, or undefined. */
export function markerOf(task: Task, kind: MarkerKind): Marker | undefined {
  return task.markers.find((marker) => marker.kind === kind)
}

/** How the document writes `[P]`: `(P)` in cc-sdd. */
export function parallelSpelling({ dialect }: TasksDocument): string {
  return dialect === 'cc-sdd' ? '(P)' : '[P]'
}

/** Where a problem about a task's being parallel is shown: its `[P]`, else its title (a plan without markers). */
export function parallelRange(task: Task): Range {
  return markerOf(task, 'P')?.range ?? task.titleRange
}

/** Where a problem about a whole task is shown: its id and title together, so that the line is underlined once. */
export function headRange(task: Task): Range {
  return { start: task.idRange?.start ?? task.titleRange.start, end: task.titleRange.end }
}

/** True for a field without a value. */
export function isEmpty({ range }: { readonly range: Range }): boolean {
  return range.start.line === range.end.line && range.start.character === range.end.character
}

/** The first line of a document without its line break: the place of problems about the file as a whole. */
export function firstLineRange(document: TasksDocument): Range {
  const end = document.text.search(/[\r\n]/)
  return { start: { line: 0, character: 0 }, end: { line: 0, character: end < 0 ? document.text.length : end } }
}
