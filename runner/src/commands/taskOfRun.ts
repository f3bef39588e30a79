import type { RunState, TaskRunState } from '#core/run/runState'
import { taskName } from '../console/taskName'
import { UserError } from '../userError'

/**
 * The task of a run that a name means: `#7` is index 7, an id goes before a bare index.
 * Throws a `UserError` that lists the tasks when there is none, or when an id means several.
 */
export function taskOfRun(state: RunState, name: string): TaskRunState {
  const outright = /^#(\d+)$/.exec(name)?.[1]
  const tasks = [...state.tasks.values()].sort((a, b) => a.index - b.index)
  const same = outright === undefined ? tasks.filter((task) => task.id === name) : []
  if (same.length > 1) {
    const places = same.map((task) => `#${task.index}`).join(', ')
    throw new UserError(
      `The id "${name}" is used ${same.length} times in this run (${places}). Name the one you mean by its #index.`,
    )
  }
  const index = outright ?? (/^\d+$/.test(name) ? name : undefined)
  const found = same[0] ?? (index === undefined ? undefined : state.tasks.get(Number(index)))
  if (found !== undefined) return found
  const known = tasks.slice(0, 20).map(taskName).join(', ')
  throw new UserError(`The newest run has no task "${name}". It has ${known === '' ? 'none yet' : known}.`)
}
