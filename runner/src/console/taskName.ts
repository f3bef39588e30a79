import { safeLine } from './safeText'

/** A task as people call it: its id, else its index. */
export function taskName(task: { readonly id: string | null; readonly index: number }): string {
  return task.id === null ? `#${task.index}` : safeLine(task.id)
}

/** A task's name with its title, as one harmless line. */
export function taskTitle(task: {
  readonly id: string | null
  readonly index: number
  readonly title: string
}): string {
  return `${taskName(task)} ${safeLine(task.title)}`
}
