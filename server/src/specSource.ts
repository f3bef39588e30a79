import { createIncrementalParser } from '#core/document/incremental'
import { parseTasksDocument } from '#core/document/parse'
import type { TasksDocument } from '#core/document/tasksDocument'
import type { TextEdit } from '#core/text/position'

/** One change as the editor tells it: a new text, or an edit of the text as the change before left it. */
export type TextChange = string | TextEdit

/** A tasks document, kept parsed. */
export interface SpecSource {
  readonly document: () => TasksDocument
  /** Takes changes, one after the other. A source of a closed file takes none. */
  readonly change: (changes: readonly TextChange[]) => void
  /** Reads another text as if it stood at the same place. */
  readonly reparse: (text: string) => TasksDocument
}

/** The source of a file that no editor holds; it is parsed when it is first asked for. */
export function fileSource(path: string, text: string): SpecSource {
  let document: TasksDocument | undefined
  const reparse = (other: string): TasksDocument => parseTasksDocument(other, { path })
  return { document: () => (document ??= reparse(text)), change: () => undefined, reparse }
}

/** The source of an open document. An edit costs what it touches. What somebody opened is no mere template. */
export function editorSource(path: string, text: string): SpecSource {
  const options = { path, openedOnPurpose: true }
  const parser = createIncrementalParser(options)
  let document = parser.update(text)
  return {
    document: () => document,
    change: (changes) => {
      for (const change of changes) document = parser.update(typeof change === 'string' ? change : [change])
    },
    reparse: (other) => parseTasksDocument(other, options),
  }
}
