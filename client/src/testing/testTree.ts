import type { SpecOutline, TaskOutline } from '#core/wire/messages'
import { taskName, tasksOf } from '../specs/outlineQueries'

/** A task as the Test Explorer shows it. */
export interface TestEntry {
  /** Stays the same while tasks above it come and go. */
  readonly id: string
  readonly label: string
  readonly task: TaskOutline
}

/** The tasks of a spec that have a Verify command, in document order. Those with words only are left out. */
export function testsOf(spec: SpecOutline): readonly TestEntry[] {
  const seen = new Map<string, number>()
  return tasksOf(spec)
    .filter((task) => !task.container && task.verify.length > 0)
    .map((task) => {
      const label = taskName(task)
      const count = (seen.get(label) ?? 0) + 1
      seen.set(label, count)
      return { id: count === 1 ? label : `${label} (${count})`, label, task }
    })
}
