import type { Task, TasksDocument } from '../../document/tasksDocument'
import { renumberEdits } from '../rename'
import type { Refactoring } from './refactoring'

/**
 * Numbers the tasks through in document order: `1.1`, `1.2` … within each section, `T001`, `T002` … from the first one
 * on, leaves after their container. Dependencies follow. Other ids stay; nothing when the numbers are right already.
 */
export function renumber(document: TasksDocument): readonly Refactoring[] {
  const next = new Map<string, number>()
  const fresh = new Map<number, string>()
  for (const task of document.tasks) {
    const series = seriesOf(task, fresh)
    if (series === undefined) continue
    const number = next.get(series.name) ?? series.first
    next.set(series.name, number + 1)
    fresh.set(task.index, series.name + String(number).padStart(series.width, '0'))
  }
  const references = new Map(
    document.tasks.toReversed().flatMap(({ id, index }) => {
      const newId = fresh.get(index)
      return id === null || newId === undefined ? [] : [[id, newId] as const]
    }),
  )
  const edits = renumberEdits(document, (task) => fresh.get(task.index), references)
  return edits.length === 0 ? [] : [{ title: 'Renumber all tasks', kind: 'rewrite', edits }]
}

interface Series {
  /** What stands before the number: `1.`, `T`, '' for containers. */
  readonly name: string
  readonly first: number
  readonly width: number
}

function seriesOf({ id, parent }: Task, fresh: ReadonlyMap<number, string>): Series | undefined {
  const dotted = /^(\d+(?:\.\d+)*\.)\d+[a-z]?$/.exec(id ?? '')?.[1]
  if (dotted !== undefined) {
    const container = parent === null ? undefined : fresh.get(parent)
    return { name: container === undefined ? dotted : `${container}.`, first: 1, width: 1 }
  }
  const [, letters, digits] = /^([A-Z]+-?|)(\d+)[a-z]?$/.exec(id ?? '') ?? []
  if (letters === undefined || digits === undefined) return undefined
  return { name: letters, first: Number(digits), width: digits.startsWith('0') ? digits.length : 1 }
}
