import type { Task, TasksDocument } from '#core/document/tasksDocument'
import { indexLines, textIn } from '#core/text/lines'

/** A task as one calls it in a sentence: `1.2 Add the parser`, or `#4 Add the parser` without an id. */
export function taskName(task: { readonly index: number; readonly id: string | null; readonly title: string }): string {
  return `${task.id ?? `#${task.index}`} ${task.title}`.trim()
}

/** The task's own lines of the document. */
export function taskText(document: TasksDocument, task: Task): string {
  return textIn(indexLines(document.text), task.range)
}
