import type { Task } from '../document/tasksDocument'

/** The ids of the tasks of a document. */
export interface TaskIds {
  readonly has: (id: string) => boolean
  /** Those that more than one task has. */
  readonly repeated: ReadonlySet<string>
}

/** The ids of a document that is edited. */
export interface IdCounts extends TaskIds {
  /** Some tasks came in place of others. */
  readonly replace: (old: readonly Task[], fresh: readonly Task[]) => void
}

/** Counts ids; of no task at first. */
export function createIdCounts(): IdCounts {
  const counts = new Map<string, number>()
  const repeated = new Set<string>()
  const add = ({ id }: Task, by: 1 | -1): void => {
    if (id === null) return
    const count = (counts.get(id) ?? 0) + by
    if (count > 0) counts.set(id, count)
    else counts.delete(id)
    if (count > 1) repeated.add(id)
    else repeated.delete(id)
  }
  return {
    has: (id) => counts.has(id),
    repeated,
    replace: (old, fresh) => {
      for (const task of old) add(task, -1)
      for (const task of fresh) add(task, 1)
    },
  }
}
