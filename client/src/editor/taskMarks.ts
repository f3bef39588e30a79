import type { SpecOutline, TaskOutline } from '#core/wire/messages'
import type { RunView } from '../runs/runView'
import { groupsOf, tasksOf } from '../specs/outlineQueries'
import type { ShownStatus } from '../specs/taskStatus'
import { runTaskFor, shownStatus } from '../specs/taskStatus'

/** The icons of the editor's margin; `media/gutter` has one of each name for light and for dark. */
export const marks = ['queued', 'running', 'success', 'failed', 'interrupted', 'cancelled'] as const

/** The name of an icon in the margin. */
export type Mark = (typeof marks)[number]

/** The 0-based lines that get each icon: those of the tasks that took part in the spec's newest run. */
export function marksOf(spec: SpecOutline, view: RunView | undefined): ReadonlyMap<Mark, readonly number[]> {
  const lines = new Map<Mark, number[]>()
  for (const task of tasksOf(spec)) {
    const mark = markOf(task, view)
    if (mark !== undefined) lines.set(mark, [...(lines.get(mark) ?? []), task.line])
  }
  return lines
}

/** First and last line of each parallel group, 0-based. */
export function groupLines(spec: SpecOutline): readonly { readonly first: number; readonly last: number }[] {
  return groupsOf(spec).flatMap(({ tasks }) => {
    const [first, last] = [tasks[0], tasks.at(-1)]
    return first === undefined || last === undefined ? [] : [{ first: first.line, last: last.endLine }]
  })
}

/** The icon of a task; undefined when it took no part in the newest run, or nothing came of it. */
export function markOf(task: TaskOutline, view: RunView | undefined): Mark | undefined {
  if (task.container || runTaskFor(task, view) === undefined) return undefined
  return markOfStatus(shownStatus(task, view))
}

function markOfStatus(status: ShownStatus): Mark | undefined {
  switch (status) {
    case 'queued':
      return 'queued'
    case 'starting':
    case 'running':
    case 'verifying':
      return 'running'
    case 'done':
      return 'success'
    case 'failed':
    case 'timed-out':
      return 'failed'
    case 'interrupted':
    case 'unticked':
      return 'interrupted'
    case 'cancelled':
      return 'cancelled'
    case 'open':
    case 'in-progress':
    case 'blocked':
    case 'optional':
      return undefined
  }
}
