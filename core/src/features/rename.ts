import type { Task, TasksDocument } from '../document/tasksDocument'
import { indexLines, textIn } from '../text/lines'
import type { Position, Range, TextEdit } from '../text/position'
import { subjectAt } from './subject'

/** An id that can be renamed, and its place under the cursor. */
export interface Renamable {
  readonly id: string
  readonly range: Range
}

/** What can be renamed at a position: the id of a task, or one dependency on it. Undefined elsewhere. */
export function renamableAt(document: TasksDocument, position: Position): Renamable | undefined {
  const subject = subjectAt(document, position)
  if (subject?.kind === 'id' && subject.task.id !== null) return { id: subject.task.id, range: subject.range }
  const [id, ...more] = subject?.kind === 'dependency' ? subject.ids : []
  if (subject === undefined || id === undefined || more.length > 0) return undefined
  return document.tasks.some((task) => task.id === id) ? { id, range: subject.range } : undefined
}

/** Edits that rename an id wherever it is named, or why it cannot be renamed so, as a sentence. */
export type RenameResult = { readonly edits: readonly TextEdit[] } | { readonly refused: string }

/** Renames a task's id, dependencies on it and the ends of ranges included. */
export function renameId(document: TasksDocument, position: Position, newId: string): RenameResult {
  const found = renamableAt(document, position)
  if (found === undefined) return { refused: 'Only the id of a task can be renamed.' }
  const id = newId.trim()
  if (!/^[\p{L}\d][\p{L}\d.'-]*$/u.test(id) || !/\d/.test(id))
    return { refused: `"${newId}" is no task id; write one such as 1.2 or T012.` }
  if (id === found.id) return { edits: [] }
  if (document.tasks.some((task) => task.id === id)) return { refused: `There is a task ${id} already.` }
  return { edits: renameEdits(document, new Map([[found.id, id]])) }
}

/** Edits that give tasks new ids by their old ones, dependencies on them included. */
function renameEdits(document: TasksDocument, ids: ReadonlyMap<string, string>): readonly TextEdit[] {
  return renumberEdits(document, (task) => ids.get(task.id ?? ''), ids)
}

/** Edits that give each task the id that `own` says, and dependencies the ids that the map says. */
export function renumberEdits(
  document: TasksDocument,
  own: (task: Task) => string | undefined,
  ids: ReadonlyMap<string, string>,
): readonly TextEdit[] {
  const lines = indexLines(document.text)
  const replaced = (range: Range, replace: (word: string) => string): readonly TextEdit[] => {
    const text = textIn(lines, range)
    const newText = replace(text)
    return newText === text ? [] : [{ range, newText }]
  }
  return document.tasks.flatMap((task) => [
    ...(task.idRange === null
      ? []
      : replaced(task.idRange, (text) => text.replace(task.id ?? '', own(task) ?? task.id ?? ''))),
    ...distinct(task.fields.dependsOn.map(({ range }) => range)).flatMap((range) =>
      replaced(range, (text) => text.replaceAll(idWord, (word) => ids.get(word) ?? spread(word, ids))),
    ),
  ])
}

const idWord = /[\p{L}\d]+(?:[.'-][\p{L}\d]+)*/gu

/** `T012-T015` is one word to the eye of a pattern; its ends are ids of their own. */
function spread(word: string, ids: ReadonlyMap<string, string>): string {
  return word
    .split('-')
    .map((part) => ids.get(part) ?? part)
    .join('-')
}

function distinct(ranges: readonly Range[]): readonly Range[] {
  const key = ({ start }: Range): string => `${start.line}:${start.character}`
  return [...new Map(ranges.map((range) => [key(range), range])).values()]
}
