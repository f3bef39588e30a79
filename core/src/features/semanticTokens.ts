import type { Task, TasksDocument } from '../document/tasksDocument'
import type { Range } from '../text/position'

/** Kinds of tokens, in the order of the legend; names are those for which the themes that come with VS Code have a colour. */
export const tokenKinds = ['keyword', 'number', 'type', 'string', 'decorator', 'comment'] as const

/** The kind of a token, as the LSP calls it. */
export type TokenKind = (typeof tokenKinds)[number]

/** A coloured stretch of one line. */
export interface Token {
  readonly line: number
  readonly character: number
  readonly length: number
  readonly kind: TokenKind
}

/**
 * Markers, ids, labels, field names and paths; the titles of tasks that are done count as comments.
 * In document order, never overlapping, never over a line's end.
 */
export function semanticTokens(document: TasksDocument): readonly Token[] {
  const tokens = document.tasks.flatMap(tokensOf).sort((a, b) => a.line - b.line || a.character - b.character)
  const kept: Token[] = []
  for (const token of tokens) {
    const before = kept.at(-1)
    const free = before === undefined || before.line < token.line || before.character + before.length <= token.character
    if (free && token.length > 0) kept.push(token)
  }
  return kept
}

function tokensOf(task: Task): readonly Token[] {
  const { fields } = task
  return [
    ...task.markers.flatMap(({ range }) => tokenOf(range, 'keyword')),
    ...task.labels.flatMap(({ range }) => tokenOf(range, 'decorator')),
    ...(task.idRange === null ? [] : tokenOf(task.idRange, 'number')),
    ...fields.all.flatMap(({ nameRange }) => tokenOf(nameRange, 'type')),
    ...fields.files.flatMap(({ range }) => tokenOf(range, 'string')),
    ...(task.state === 'done' ? tokenOf(task.titleRange, 'comment') : []),
  ]
}

function tokenOf({ start, end }: Range, kind: TokenKind): readonly Token[] {
  if (start.line !== end.line) return []
  return [{ line: start.line, character: start.character, length: end.character - start.character, kind }]
}
