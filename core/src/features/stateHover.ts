import type { Task, TasksDocument } from '../document/tasksDocument'
import type { Problem } from '../rules/problem'
import { indexLines, offsetAt, positionAt } from '../text/lines'
import { jsonPlaces, type JsonPlace } from '../text/jsonPlaces'
import type { Position } from '../text/position'
import type { HoverText } from './hover'
import { plain } from './markdown'

/** The tasks document that a state file stands beside. */
export interface StateSource {
  readonly document: TasksDocument
  readonly problems: readonly Problem[]
  /** Where a task stands, as the target of a link. */
  readonly linkTo: (task: Task) => string
}

/**
 * The hover of a place in `.ralph-state.json`: the task that an index means, and whether tasks.md agrees. Undefined for
 * fields that name no task.
 */
export function stateHoverAt(source: StateSource, text: string, position: Position): HoverText | undefined {
  const lines = indexLines(text)
  const offset = offsetAt(lines, position)
  for (const place of jsonPlaces(text)) {
    if (offset < place.start || offset > place.end) continue
    const said = describe(source, text, place)
    if (said === undefined) return undefined
    const range = { start: positionAt(lines, place.start), end: positionAt(lines, place.end) }
    return { range, markdown: [said, agreement(source, place.path)].filter((part) => part !== '').join('\n\n') }
  }
  return undefined
}

function describe(source: StateSource, text: string, { path, kind, start, end }: JsonPlace): string | undefined {
  const [field, inner] = path
  const value = (...steps: readonly string[]): number | undefined => numberAt(text, steps)
  if (field === 'taskIndex') return nextText(source, value('taskIndex'))
  if (field === 'totalTasks') return `tasks.md has ${source.document.tasks.length} tasks.`
  if (field === 'taskResults' && typeof inner === 'string') return indexText(source, Number(inner))
  if (field !== 'parallelGroup') return undefined
  if (kind === 'value' && inner !== 'isParallel') return indexText(source, Number(text.slice(start, end)))
  const members = [...jsonPlaces(text)].filter(
    (place) => place.path[0] === field && place.path[1] === 'taskIndices' && place.kind === 'value',
  )
  return members.map((place) => `- ${indexText(source, Number(text.slice(place.start, place.end)))}`).join('\n')
}

function nextText(source: StateSource, index: number | undefined): string | undefined {
  if (index === undefined) return undefined
  return index === source.document.tasks.length ? 'Every task has been run.' : `Next: ${indexText(source, index)}`
}

function indexText({ document, linkTo }: StateSource, index: number): string {
  const task = document.tasks[index]
  if (task === undefined)
    return `tasks.md has no task with the index ${index}; its last one is ${document.tasks.length - 1}.`
  const name = [task.id, task.title].flatMap((part) => (part === null || part === '' ? [] : [plain(part)])).join(' ')
  return `**${name}** · ${task.state} · [tasks.md, line ${task.line + 1}](${linkTo(task)})`
}

/** What the rules say about a field; that tasks.md agrees when they say nothing. */
function agreement({ problems }: StateSource, path: JsonPlace['path']): string {
  const [field, inner] = path
  const found = problems.filter(({ code, data }) => {
    if (code !== 'state-mismatch' || data?.['field'] !== field) return false
    return field !== 'taskResults' || String(data?.['task']) === inner
  })
  if (found.length > 0) return found.map(({ message }) => plain(message)).join('\n\n')
  return field === 'taskIndex' || field === 'totalTasks' ? 'tasks.md agrees.' : ''
}

function numberAt(text: string, path: readonly string[]): number | undefined {
  for (const place of jsonPlaces(text)) {
    if (place.kind !== 'value' || place.path.join('\0') !== path.join('\0')) continue
    const number = Number(text.slice(place.start, place.end))
    return Number.isInteger(number) ? number : undefined
  }
  return undefined
}
