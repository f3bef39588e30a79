import type { TasksDocument } from '../document/tasksDocument'
import { findDesign } from '../references/design'
import type { References } from '../references/references'
import type { Position, Range } from '../text/position'
import { subjectAt } from './subject'

/** Where something is defined. */
export type Definition =
  /** In the document itself. */
  | { readonly kind: 'here'; readonly range: Range }
  /** In a file beside it. */
  | { readonly kind: 'beside'; readonly name: 'requirements.md' | 'design.md'; readonly range: Range }
  /** A file of the workspace, by its path as the document has it. */
  | { readonly kind: 'file'; readonly path: string }

/** Where the thing at a position is defined: the tasks of a dependency, a requirement, a part of the design, a file. Empty when nowhere. */
export function definitionsAt(
  document: TasksDocument,
  { requirements, design }: References,
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
    case 'design': {
      const found = findDesign(design, subject.name)
      return found === undefined ? [] : [{ kind: 'beside', name: 'design.md', range: found.range }]
    }
    case 'marker':
    case undefined:
      return []
  }
}
