import path from 'node:path'
import { progressMentions } from '#core/features/progressMentions'
import { stateHoverAt } from '#core/features/stateHover'
import { taskHover } from '#core/features/taskHover'
import type { HoverText } from '#core/features/hover'
import { viewRun } from '#core/features/runView'
import type { Task } from '#core/document/tasksDocument'
import { groupOf } from '#core/plan/plan'
import { contains } from '#core/rules/order'
import type { Position } from '#core/text/position'
import type { RunSummary } from '#core/wire/messages'
import { MarkupKind, type DocumentLink, type Hover } from 'vscode-languageserver/node'
import { pathOf, type Spec, type Specs } from '../specs'

/** An open file that is no spec but stands beside one: the state file, or progress notes. */
export interface Neighbour {
  readonly kind: 'state' | 'progress'
  /** As the editor has it. */
  readonly text: string
  readonly spec: Spec
}

/** Where neighbours are found. */
export interface NeighbourSources {
  readonly specs: Specs
  /** The text of an open document that is no spec. */
  readonly textOf: (uri: string) => string | undefined
}

/** What an open file beside a spec is; undefined for other files, and where there is no spec. */
export function neighbourOf(
  { specs, textOf }: NeighbourSources,
  { uri }: { readonly uri: string },
): Neighbour | undefined {
  const text = textOf(uri)
  if (text === undefined) return undefined
  const file = pathOf(uri)
  const name = path.basename(file)
  const kind =
    name === '.ralph-state.json' ? 'state' : /^\.progress(?:-task-\d+)?\.md$/.test(name) ? 'progress' : undefined
  if (kind === undefined) return undefined
  const spec = specs.all().find((candidate) => path.dirname(candidate.path) === path.dirname(file))
  return spec === undefined ? undefined : { kind, text, spec }
}

/** What a place in such a file says of a task, or null. */
export function hoverBeside(neighbour: Neighbour, run: RunSummary | null, position: Position): Hover | null {
  const found = neighbour.kind === 'state' ? stateHover(neighbour, position) : notesHover(neighbour, run, position)
  return found === undefined
    ? null
    : { range: found.range, contents: { kind: MarkupKind.Markdown, value: found.markdown } }
}

/** Links from the ids in progress notes to the tasks. */
export function linksBeside({ kind, spec, text }: Neighbour): DocumentLink[] {
  if (kind !== 'progress') return []
  return progressMentions(text, spec.analysis.document).map(({ range, task }) => ({
    range,
    target: linkTo(spec, task),
  }))
}

function stateHover({ spec, text }: Neighbour, position: Position): HoverText | undefined {
  const { document, problems } = spec.analysis
  return stateHoverAt({ document, problems, linkTo: (task) => linkTo(spec, task) }, text, position)
}

function notesHover({ spec, text }: Neighbour, run: RunSummary | null, position: Position): HoverText | undefined {
  const { document, plan, problems } = spec.analysis
  const mention = progressMentions(text, document).find(({ range }) => contains(range, position))
  if (mention === undefined) return undefined
  const lens = { uri: spec.uri, document, plan, problems, run: run === null ? undefined : viewRun(document, run) }
  return { range: mention.range, markdown: taskHover(lens, mention.task, groupOf(plan, mention.task.index)) }
}

function linkTo({ uri }: Spec, task: Task): string {
  return `${uri}#L${task.line + 1}`
}
