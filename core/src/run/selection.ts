import type { RunOptions } from '../generated/journalEvent'
import type { Task, TasksDocument } from '../document/tasksDocument'
import { groupOf, type Plan } from '../plan/plan'

/** Which tasks a caller asks for. A task is named by its id, by its 0-based index, or by `#index` to be sure. */
export type Selection =
  | { readonly kind: 'next' }
  | { readonly kind: 'all' }
  | { readonly kind: 'group'; readonly at: string }
  | { readonly kind: 'tasks'; readonly names: readonly string[] }
  /** The tasks below the heading on this 0-based line, down to the next heading of its depth or above. */
  | { readonly kind: 'phase'; readonly headingLine: number }

/** The tasks of a selection, or one sentence that says why there are none. */
export type Selected =
  | { readonly ok: true; readonly scope: RunOptions['scope']; readonly indices: readonly number[] }
  | { readonly ok: false; readonly message: string }

/**
 * Finds the tasks that a selection means. `next` and `all` name none beforehand: their indices are empty.
 * A container stands for the tasks inside it. Done tasks are kept: the schedule leaves them out.
 */
export function resolveSelection(document: TasksDocument, plan: Plan, selection: Selection): Selected {
  switch (selection.kind) {
    case 'next':
    case 'all':
      return { ok: true, scope: selection.kind, indices: [] }
    case 'group': {
      const found = findTask(document, selection.at)
      if (!found.ok) return found
      const group = groupOf(plan, found.task.index)
      return { ok: true, scope: 'group', indices: group?.taskIndices ?? [found.task.index] }
    }
    case 'tasks':
      return selectTasks(document, selection.names)
    case 'phase':
      return selectPhase(document, selection.headingLine)
  }
}

type Found = { readonly ok: true; readonly task: Task } | { readonly ok: false; readonly message: string }

/** The task that a name means: `#7` is always index 7, an id wins over a bare index. */
function findTask(document: TasksDocument, name: string): Found {
  const outright = /^#(\d+)$/.exec(name)
  if (outright !== null) return byIndex(document, Number(outright[1]), name)
  const same = document.tasks.filter((task) => task.id === name)
  const [task, second] = same
  if (task !== undefined && second === undefined) return { ok: true, task }
  if (task !== undefined) {
    const places = same.map((twin) => `line ${twin.line + 1} is #${twin.index}`).join(', ')
    return {
      ok: false,
      message: `The id "${name}" is used ${same.length} times (${places}); name the one you mean by its #index.`,
    }
  }
  if (/^\d+$/.test(name)) return byIndex(document, Number(name), name)
  return { ok: false, message: `There is no task "${name}"; ${knownTasks(document)}` }
}

function byIndex(document: TasksDocument, index: number, name: string): Found {
  const task = document.tasks[index]
  if (task !== undefined) return { ok: true, task }
  return { ok: false, message: `There is no task "${name}"; ${knownTasks(document)}` }
}

function knownTasks(document: TasksDocument): string {
  const ids = document.tasks.flatMap((task) => (task.id === null ? [] : [task.id]))
  if (document.tasks.length === 0) return 'the file has no tasks.'
  const last = document.tasks.length - 1
  if (ids.length === 0) return `its tasks have no ids: use #0 to #${last}.`
  const shown = ids.slice(0, 12).join(', ')
  return `the file has ${shown}${ids.length > 12 ? ', …' : ''}, or use #0 to #${last}.`
}

function selectTasks(document: TasksDocument, names: readonly string[]): Selected {
  const indices = new Set<number>()
  for (const name of names) {
    const found = findTask(document, name)
    if (!found.ok) return found
    for (const index of leavesOf(document, found.task)) indices.add(index)
  }
  return { ok: true, scope: 'tasks', indices: [...indices].sort((a, b) => a - b) }
}

/** A task itself, or every task inside a container, however deep. */
function leavesOf(document: TasksDocument, task: Task): readonly number[] {
  if (!task.container) return [task.index]
  return document.tasks.filter((child) => child.parent === task.index).flatMap((child) => leavesOf(document, child))
}

function selectPhase(document: TasksDocument, headingLine: number): Selected {
  const at = document.headings.findIndex((heading) => heading.line === headingLine)
  const heading = document.headings[at]
  if (heading === undefined) return { ok: false, message: `There is no heading on line ${headingLine + 1}.` }
  const next = document.headings.slice(at + 1).find((other) => other.depth <= heading.depth)
  const end = next?.line ?? Number.POSITIVE_INFINITY
  const tasks = document.tasks.filter((task) => task.line > heading.line && task.line < end && !task.container)
  return { ok: true, scope: 'phase', indices: tasks.map((task) => task.index) }
}
