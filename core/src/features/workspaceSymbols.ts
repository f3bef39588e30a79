import type { TasksDocument } from '../document/tasksDocument'
import { taskName } from '../rules/taskName'
import type { Range } from '../text/position'

/** A task as a search over the workspace shows it. */
export interface TaskMatch {
  readonly name: string
  readonly range: Range
}

/** The tasks whose id and title hold the letters of a query in order, whatever their case; all for an empty query. */
export function matchTasks(document: TasksDocument, query: string): readonly TaskMatch[] {
  const letters = Array.from(query.toLowerCase().replaceAll(/\s+/g, ''))
  return document.tasks.flatMap((task) => {
    const name = task.id === null ? taskName(task) : `${task.id} ${task.title}`
    return holds(name.toLowerCase(), letters) ? [{ name, range: task.titleRange }] : []
  })
}

function holds(text: string, letters: readonly string[]): boolean {
  let from = 0
  return letters.every((letter) => {
    const at = text.indexOf(letter, from)
    from = at + 1
    return at >= 0
  })
}
