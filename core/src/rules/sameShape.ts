import type { Barrier, Heading, Located, Task, TasksDocument } from '../document/tasksDocument'
import type { Range } from '../text/position'
import { changedWindow } from './changedWindow'

/**
 * True when two versions of a document have the same tasks at the same lines with the same ids, dependencies, phases and
 * markers, so that they have the same plan and the same problems between tasks; only words within tasks may differ.
 */
export function sameShape(before: TasksDocument, after: TasksDocument): boolean {
  if (before.dialect !== after.dialect || before.template !== after.template || before.waves !== after.waves)
    return false
  if (before.tasks.length !== after.tasks.length) return false
  if (!sameItems(before.headings, after.headings, sameHeading)) return false
  if (!sameItems(before.barriers, after.barriers, sameBarrier)) return false
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

function sameHeading(a: Heading, b: Heading): boolean {
  return a.text === b.text && a.depth === b.depth && a.isPhase === b.isPhase && sameRange(a.range, b.range)
}

function sameBarrier(a: Barrier, b: Barrier): boolean {
  return a.line === b.line && a.kind === b.kind
}

function sameItems<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean): boolean {
  if (a.length !== b.length) return false
  return a.every((item, at) => {
    const other = b[at]
    return item === other || (other !== undefined && same(item, other))
  })
}
