import type { Task, TasksDocument } from '../document/tasksDocument'
import type { Position, Range } from '../text/position'
import { subjectAt } from './subject'

/** The places that name the same thing as a position: a task's id, a requirement, a file. In document order. */
export function referencesAt(document: TasksDocument, position: Position, withDefinition: boolean): readonly Range[] {
  const subject = subjectAt(document, position)
  switch (subject?.kind) {
    case 'id':
      return idReferences(document, [subject.task.id ?? ''], withDefinition)
    case 'dependency':
      return idReferences(document, subject.ids, withDefinition)
    case 'requirement':
      return everywhere(document, ({ fields }) => fields.requirements.filter(({ text }) => text === subject.id))
    case 'design':
      return everywhere(document, ({ fields }) => fields.design.filter(({ text }) => text === subject.name))
    case 'file':
      return everywhere(document, ({ fields }) => fields.files.filter(({ path }) => path === subject.file.path))
    case 'marker':
    case undefined:
      return []
  }
}

function idReferences(document: TasksDocument, ids: readonly string[], withDefinition: boolean): readonly Range[] {
  return everywhere(document, ({ id, idRange, fields }) => {
    const own = withDefinition && id !== null && ids.includes(id) && idRange !== null ? [{ range: idRange }] : []
    return [...own, ...fields.dependsOn.filter(({ text }) => ids.includes(text))]
  })
}

/** Ranges, each once: a spread dependency has one range for several ids. */
function everywhere(
  document: TasksDocument,
  find: (task: Task) => readonly { readonly range: Range }[],
): readonly Range[] {
  const seen = new Set<string>()
  return document.tasks.flatMap(find).flatMap(({ range }) => {
    const key = `${range.start.line}:${range.start.character}`
    if (seen.has(key)) return []
    seen.add(key)
    return [range]
  })
}
