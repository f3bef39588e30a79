import type { Heading, Task, TasksDocument } from '../document/tasksDocument'
import type { Position, Range } from '../text/position'
import { extentOf, sectionEnds } from './sections'

/** A heading or task as an outline view shows it. */
export interface DocumentSymbolNode {
  readonly kind: 'heading' | 'task'
  readonly name: string
  /** The state of a task, with its markers; '' for a heading. */
  readonly detail: string
  readonly range: Range
  /** What is selected on a click; lies inside `range`. */
  readonly selection: Range
  readonly children: readonly DocumentSymbolNode[]
}

interface Draft extends DocumentSymbolNode {
  readonly depth: number
  readonly children: Draft[]
}

/** Headings nested by depth, with the tasks below each. A container's leaves stand below it. */
export function documentSymbols(document: TasksDocument): readonly DocumentSymbolNode[] {
  const { lines, end } = extentOf(document.text)
  const ends = sectionEnds(document, lines)
  const headings = document.headings.map((heading, index) => ({
    line: heading.line,
    draft: headingDraft(heading, ends[index] ?? lines, end),
  }))
  const tasks = document.tasks.map((task) => ({ line: task.line, draft: taskDraft(task, document) }))
  const roots: Draft[] = []
  const open: Draft[] = []
  for (const { draft } of [...headings, ...tasks].sort((a, b) => a.line - b.line)) {
    while ((open.at(-1)?.depth ?? 0) >= draft.depth) open.pop()
    ;(open.at(-1)?.children ?? roots).push(draft)
    open.push(draft)
  }
  return roots
}

/** Tasks lie below any heading; a leaf one deeper than its container. */
function taskDraft(task: Task, document: TasksDocument): Draft {
  let depth = 10
  for (let parent = task.parent; parent !== null; parent = document.tasks[parent]?.parent ?? null) depth++
  return {
    kind: 'task',
    name: [task.id, task.title].filter((part) => part !== null && part !== '').join(' ') || '(untitled)',
    detail: [...task.markers.map(({ text }) => `[${text}]`), task.state].join(' '),
    range: task.range,
    selection: task.titleRange,
    children: [],
    depth,
  }
}

function headingDraft(heading: Heading, endLine: number, end: Position): Draft {
  const stop = endLine > end.line ? end : { line: endLine, character: 0 }
  return {
    kind: 'heading',
    name: heading.text.trim() || '(untitled)',
    detail: '',
    range: { start: heading.range.start, end: stop },
    selection: heading.range,
    children: [],
    depth: heading.depth,
  }
}
