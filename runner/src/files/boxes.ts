import { parseTasksDocument } from '#core/document/parse'
import type { Task, TasksDocument } from '#core/document/tasksDocument'
import { findTaskAgain } from '#core/document/tick'
import type { PlannedTask } from '#core/generated/journalEvent'
import type { TextEdit } from '#core/text/position'
import type { EditorRequest, EditResult } from '#core/wire/control'

/** Asks the editors that are attached for an edit; the text is that of the document when the edit did not fit. */
export type AskEditor = (
  edit: Pick<EditorRequest, 'file' | 'expected' | 'edits'>,
) => Promise<{ readonly result: EditResult; readonly text?: string }>

/** What became of one box. */
export type TickOutcome =
  | { readonly index: number; readonly kind: 'ticked'; readonly via: 'file' | 'editor' | 'already' }
  | { readonly index: number; readonly kind: 'refused'; readonly reason: string }

/** What a change of boxes needs to know. */
export interface TickTarget {
  /** Absolute path of the tasks document. */
  readonly file: string
  readonly tasks: readonly PlannedTask[]
  /** Reads a text as tasks, as they were read when they were planned; from scratch when left out. */
  readonly parse?: (text: string) => TasksDocument
  /** Asks an attached editor; undefined when there is none. */
  readonly editor: AskEditor | undefined
}

/** One way to change boxes. */
export interface BoxChange {
  readonly edits: (document: TasksDocument, indices: readonly number[]) => readonly TextEdit[]
  readonly isThere: (task: Task) => boolean
}

/** The edits that are still to be made in a text, and what they will have come to. */
export function placeEdits(
  text: string,
  target: TickTarget,
  change: BoxChange,
  via: 'file' | 'editor',
): { readonly edits: readonly TextEdit[]; readonly outcomes: readonly TickOutcome[] } {
  const document = target.parse?.(text) ?? parseTasksDocument(text, { path: target.file })
  const found = target.tasks.map((planned) => ({ planned, task: findTaskAgain(document, planned) }))
  const indices = found.flatMap(({ task }) => task?.index ?? [])
  const outcomes = found.map(({ planned, task }): TickOutcome => {
    if (task === undefined) return { index: planned.index, kind: 'refused', reason: notFound(planned) }
    return { index: planned.index, kind: 'ticked', via: change.isThere(task) ? 'already' : via }
  })
  return { edits: change.edits(document, indices), outcomes }
}

function notFound(planned: PlannedTask): string {
  const name = planned.id === null ? `"${planned.title}"` : `${planned.id} "${planned.title}"`
  return `Task ${name} cannot be found again for sure: the file was changed. Tick it by hand if it is the same task.`
}
