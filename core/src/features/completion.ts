import type { Task, TasksDocument } from '../document/tasksDocument'
import { parallelSpelling } from '../rules/places'
import type { References } from '../references/references'
import { indexLines, lineText, rangeInLine } from '../text/lines'
import type { Position, Range } from '../text/position'
import { taskAt } from './subject'

/** Something that can be written at a place, with the range it takes the place of. */
export interface Completion {
  readonly kind: 'marker' | 'field' | 'requirement' | 'design' | 'task'
  readonly label: string
  readonly detail: string
  readonly newText: string
  readonly range: Range
}

/** What can be written at a place: given things, or the workspace's paths that begin with some letters. */
export type Completions =
  | { readonly kind: 'items'; readonly items: readonly Completion[] }
  | { readonly kind: 'paths'; readonly prefix: string; readonly range: Range }

/** What completions are made from. */
export interface CompletionSource extends References {
  readonly document: TasksDocument
}

const markers = [
  ['[P]', 'Runs side by side with its neighbours that are marked so'],
  ['[VERIFY]', 'Checks the work so far; runs alone'],
  ['[SEQUENTIAL]', 'Runs alone'],
] as const

const fieldNames = [
  ['Do', 'What to do'],
  ['Files', 'The files it creates or changes'],
  ['Done when', 'What is true when it is done'],
  ['Verify', 'A command that exits 0 when it is done'],
  ['Commit', 'The message of its commit, or None'],
  ['Run', 'A command that does the task, for the shell executor'],
] as const

/** What can be written at a position; no items where nothing is expected. */
export function completionsAt(source: CompletionSource, position: Position): Completions {
  const line = lineText(indexLines(source.document.text), position.line)
  const before = line.slice(0, position.character)
  const task = taskAt(source.document, position) ?? taskAt(source.document, { ...position, line: position.line - 1 })
  const typed = (pattern: RegExp): Range | undefined => {
    const found = pattern.exec(before)?.[1]
    return found === undefined ? undefined : rangeInLine(position.line, before.length - found.length, before.length)
  }

  const marker = typed(
    /^\s*(?:[-*+]|\d+[.)])\s+\[[ xX~-]\](?:\\?\*)?\s+(?:\S*\d\S*\s+)?(?:(?:\[[^\]]*\]|\([A-Z]+\))\s+)*([[(]?[A-Z]*)$/i,
  )
  if (marker !== undefined) return items(markerItems(source.document, upToBracket(marker, line), line))
  if (task === undefined) return items([])

  const path = typed(/^\s*(?:[-*]\s+)?\*\*Files\*\*\s*:.*?([^\s`,()]*)$/i)
  if (path !== undefined) return { kind: 'paths', prefix: before.slice(path.start.character), range: path }
  const requirement = typed(/(?:Requirements?(?:\*\*)?\s*:|Validates\s*:\s*Requirements?\s).*?([\w.-]*)$/i)
  if (requirement !== undefined) return items(requirementItems(source, requirement))
  const design = typed(/_?(?:\*\*)?Design(?:\*\*)?\s*:\s*(?:.*,\s*)?([^,_]*)$/i)
  if (design !== undefined) return items(designItems(source, design))
  const dependency = typed(/(?:depends?(?:\s+on)?|after)\s*:?\s+(?:[\w.-]+,\s*)*([\w.-]*)$/i)
  if (dependency !== undefined) return items(dependencyItems(source, task, dependency))
  const field = typed(/^\s+((?:[-*]\s*)?\*{0,2}\w*)$/)
  if (field !== undefined && position.line > task.line) return items(fieldItems(source.document, task, field))
  return items([])
}

function items(list: readonly Completion[]): Completions {
  return { kind: 'items', items: list }
}

/** With the rest of a marker behind the cursor: editors close a bracket as soon as it is opened. */
function upToBracket({ start, end }: Range, line: string): Range {
  const isOpened = /[[(]/.test(line.charAt(start.character))
  const rest = isOpened ? (/^[A-Z]*[\])]/i.exec(line.slice(end.character))?.[0] ?? '') : ''
  return { start, end: { line: end.line, character: end.character + rest.length } }
}

/** The markers that the line has not got yet; `(P)` where the document writes it so and no square bracket is begun. */
function markerItems(document: TasksDocument, range: Range, line: string): readonly Completion[] {
  const others = line.slice(0, range.start.character) + line.slice(range.end.character)
  return markers.flatMap(([written, detail]) => {
    const isParallel = written === '[P]' && line[range.start.character] !== '['
    const label = isParallel ? parallelSpelling(document) : written
    if (others.includes(label)) return []
    return [{ kind: 'marker' as const, label, detail, newText: label, range }]
  })
}

function fieldItems(document: TasksDocument, task: Task, range: Range): readonly Completion[] {
  if (document.dialect !== 'smart-ralph' && document.dialect !== 'generic' && document.dialect !== 'sdd-companion')
    return []
  const has = new Set(task.fields.all.map(({ name }) => name.toLowerCase()))
  return fieldNames
    .filter(([label]) => !has.has(label.toLowerCase()))
    .map(([label, detail]) => ({ kind: 'field', label: `**${label}**`, detail, newText: `- **${label}**: `, range }))
}

function requirementItems({ requirements }: CompletionSource, range: Range): readonly Completion[] {
  return (requirements?.all ?? []).map(({ id, text }) => ({
    kind: 'requirement',
    label: id,
    detail: text,
    newText: id,
    range,
  }))
}

function designItems({ design }: CompletionSource, range: Range): readonly Completion[] {
  return design.map(({ text }) => ({ kind: 'design', label: text, detail: 'design.md', newText: text, range }))
}

function dependencyItems({ document }: CompletionSource, own: Task, range: Range): readonly Completion[] {
  return document.tasks.flatMap(({ id, title, index }) =>
    id === null || index === own.index ? [] : [{ kind: 'task' as const, label: id, detail: title, newText: id, range }],
  )
}
