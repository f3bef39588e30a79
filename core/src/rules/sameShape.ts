import type { Located, Task, TasksDocument } from '../document/tasksDocument'
import { isRunnable } from '../plan/plan'
import type { Range } from '../text/position'

/** A stretch of a list, `end` excluded. */
export interface Window {
  readonly start: number
  readonly end: number
}

/** The stretch of two lists of one length outside which they hold the very same objects; empty when all are the same. */
export function changedWindow(before: readonly unknown[], after: readonly unknown[]): Window {
  let start = 0
  while (start < after.length && before[start] === after[start]) start++
  let end = after.length
  while (end > start && before[end - 1] === after[end - 1]) end--
  return { start, end }
}

/**
 * True when two versions of a document have the same tasks at the same lines with the same ids, dependencies, phases and
 * markers, so that they have the same plan and the same problems between tasks; only words within tasks may differ.
 */
export function sameShape(before: TasksDocument, after: TasksDocument): boolean {
  if (before.dialect !== after.dialect || before.template !== after.template || before.waves !== after.waves)
    return false
  if (before.tasks.length !== after.tasks.length) return false
  if (!sameItems(before.headings, after.headings) || !sameItems(before.barriers, after.barriers)) return false
  const { start, end } = changedWindow(before.tasks, after.tasks)
  for (let index = start; index < end; index++) {
    const [one, other] = [before.tasks[index], after.tasks[index]]
    if (one === undefined || other === undefined || !sameTask(one, other)) return false
  }
  return true
}

function sameTask(a: Task, b: Task): boolean {
  const name = (task: Task): string => task.id ?? task.title
  return (
    name(a) === name(b) &&
    (a.id === null) === (b.id === null) &&
    a.line === b.line &&
    a.parallel === b.parallel &&
    a.container === b.container &&
    a.parent === b.parent &&
    a.phase === b.phase &&
    isRunnable(a) === isRunnable(b) &&
    sameRange(a.idRange, b.idRange) &&
    samePlaces(a.fields.dependsOn, b.fields.dependsOn)
  )
}

function samePlaces(a: readonly Located[], b: readonly Located[]): boolean {
  return (
    a.length === b.length && a.every(({ text, range }, at) => text === b[at]?.text && sameRange(range, b[at].range))
  )
}

function sameRange(a: Range | null, b: Range | null): boolean {
  if (a === null || b === null) return a === b
  const sameStart = a.start.line === b.start.line && a.start.character === b.start.character
  return sameStart && a.end.line === b.end.line && a.end.character === b.end.character
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at])
}
