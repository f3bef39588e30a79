import { indexLines, textIn } from '../text/lines'
import type { TextEdit } from '../text/position'
import type { Task, TasksDocument } from './tasksDocument'

/** A task as a plan remembers it, to be found again after the document was edited. */
export interface RememberedTask {
  readonly index: number
  readonly id: string | null
  readonly title: string
  readonly line: number
}

/**
 * The edits that tick these tasks, one character each; a task that is done already gives none. A container whose
 * tasks are all done after this is ticked along. Indices out of range are ignored.
 */
export function tickEdits(document: TasksDocument, indices: readonly number[]): readonly TextEdit[] {
  const done = new Set(document.tasks.filter((task) => task.state === 'done').map((task) => task.index))
  const ticked = new Set(indices.filter((index) => document.tasks[index] !== undefined && !done.has(index)))
  const finished = (index: number): boolean => done.has(index) || ticked.has(index)
  for (const index of [...ticked, ...[...done].filter((each) => indices.includes(each))]) {
    for (let parent = parentOf(document, index); parent !== undefined; parent = parentOf(document, parent.index)) {
      const { index: container } = parent
      const children = document.tasks.filter((task) => task.parent === container)
      if (done.has(container) || !children.every((child) => finished(child.index))) break
      ticked.add(container)
    }
  }
  return editsFor(document, ticked, 'x')
}

/** The edits that open these tasks again, and the containers they stand in; a task that is open gives none. */
export function untickEdits(document: TasksDocument, indices: readonly number[]): readonly TextEdit[] {
  const opened = new Set<number>()
  for (const index of indices) {
    if (document.tasks[index]?.state !== 'done') continue
    opened.add(index)
    for (let parent = parentOf(document, index); parent !== undefined; parent = parentOf(document, parent.index)) {
      if (parent.state === 'done') opened.add(parent.index)
    }
  }
  return editsFor(document, opened, ' ')
}

/**
 * Finds a task of an earlier reading in this document. It must have the same id and title. When several do, the
 * one at the old index or, failing that, on the old line is meant, provided that both hints do not disagree;
 * otherwise there is no sure answer and it is undefined.
 */
export function findTaskAgain(document: TasksDocument, planned: RememberedTask): Task | undefined {
  const same = document.tasks.filter((task) => task.id === planned.id && task.title === planned.title)
  if (same.length < 2) return same[0]
  const byIndex = same.find((task) => task.index === planned.index)
  const byLine = same.find((task) => task.line === planned.line)
  if (byIndex !== undefined && byLine !== undefined) return byIndex === byLine ? byIndex : undefined
  return undefined
}

function parentOf(document: TasksDocument, index: number): Task | undefined {
  const parent = document.tasks[index]?.parent ?? null
  return parent === null ? undefined : document.tasks[parent]
}

function editsFor(document: TasksDocument, indices: ReadonlySet<number>, newText: string): readonly TextEdit[] {
  const lines = indexLines(document.text)
  return [...indices]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const range = document.tasks[index]?.checkbox
      return range === undefined || textIn(lines, range) === newText ? [] : [{ range, newText }]
    })
}
