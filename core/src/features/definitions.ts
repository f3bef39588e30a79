import type { TasksDocument } from '../document/tasksDocument'
import type { Requirements } from '../references/requirements'
import type { Position, Range } from '../text/position'
import { subjectAt } from './subject'

/** Where something is defined. */
export type Definition =
  /** In the document itself. */
  | { readonly kind: 'here'; readonly range: Range }
  /** In a file beside it. */
  | { readonly kind: 'beside'; readonly name: 'requirements.md'; readonly range: Range }
  /** A file of the workspace, by its path as the document has it. */
  | { readonly kind: 'file'; readonly path: string }

/** Where the thing at a position is defined: the tasks of a dependency, a requirement, a file. Empty when nowhere. */
export function definitionsAt(
  document: TasksDocument,
  requirements: Requirements | undefined,
  position: Position,
): readonly Definition[] {
  const subject = subjectAt(document, position)
  switch (subject?.kind) {
    case 'dependency':
      return document.tasks.flatMap(({ id, idRange }) =>
        id !== null && idRange !== null && subject.ids.includes(id) ? [{ kind: 'here', range: idRange }] : [],
      )
    case 'requirement': {
      const found = requirements?.byId.get(subject.id)
      return found === undefined ? [] : [{ kind: 'beside', name: 'requirements.md', range: found.range }]
    }
    case 'file':
      return [{ kind: 'file', path: subject.file.path }]
    case 'id':
      return [{ kind: 'here', range: subject.range }]
    case 'design':
    case 'marker':
    case undefined:
      return []
  }
}
