import type { Task } from '../document/tasksDocument'

const longestTitle = 50

/** How messages call a task: its id, else its title in quotes (shortened), else its place. */
export function taskName(task: Task): string {
  if (task.id !== null) return task.id
  if (task.title === '') return `#${task.index}`
  return `"${task.title.length > longestTitle ? `${task.title.slice(0, longestTitle - 1).trimEnd()}…` : task.title}"`
}

/** `1.2`, `1.2 and 1.3`, `1.2, 1.3 and 1.4`. */
export function listing(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
