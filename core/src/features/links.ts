import type { TasksDocument } from '../document/tasksDocument'
import type { Requirements } from '../references/requirements'
import type { Range } from '../text/position'

/** Something a click can open. */
export interface Link {
  readonly range: Range
  readonly target:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'requirement'; readonly line: number }
}

/** Files fields lead to their files (patterns and folders do not), requirements to requirements.md. */
export function links(document: TasksDocument, requirements: Requirements | undefined): readonly Link[] {
  return document.tasks.flatMap(({ fields }): readonly Link[] => [
    ...fields.files
      .filter(({ path }) => !/[*?{}]|\/$/.test(path))
      .map(({ path, range }) => ({ range, target: { kind: 'file' as const, path } })),
    ...fields.requirements.flatMap(({ text, range }) => {
      const found = requirements?.byId.get(text)
      return found === undefined
        ? []
        : [{ range, target: { kind: 'requirement' as const, line: found.range.start.line } }]
    }),
  ])
}
