import type { TasksDocument } from '../document/tasksDocument'
import { findDesign } from '../references/design'
import type { References } from '../references/references'
import type { Range } from '../text/position'

/** Something a click can open. */
export interface Link {
  readonly range: Range
  readonly target:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'beside'; readonly name: 'requirements.md' | 'design.md'; readonly line: number }
}

/** Files fields lead to their files (patterns and folders do not), requirements and design to what they name there. */
export function links(document: TasksDocument, { requirements, design }: References): readonly Link[] {
  return document.tasks.flatMap(({ fields }): readonly Link[] => [
    ...fields.files
      .filter(({ path }) => !/[*?{}]|\/$/.test(path))
      .map(({ path, range }) => ({ range, target: { kind: 'file' as const, path } })),
    ...fields.requirements.flatMap(({ text, range }) =>
      linkTo('requirements.md', range, requirements?.byId.get(text)?.range),
    ),
    ...fields.design.flatMap(({ text, range }) => linkTo('design.md', range, findDesign(design, text)?.range)),
  ])
}

function linkTo(name: 'requirements.md' | 'design.md', range: Range, goal: Range | undefined): readonly Link[] {
  return goal === undefined ? [] : [{ range, target: { kind: 'beside', name, line: goal.start.line } }]
}
