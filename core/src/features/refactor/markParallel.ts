import type { Task } from '../../document/tasksDocument'
import { parallelSpelling } from '../../rules/places'
import type { Problem } from '../../rules/problem'
import { listing, taskName } from '../../rules/taskName'
import { applyEdits } from '../../text/edits'
import type { Range, TextEdit } from '../../text/position'
import { insert } from '../fixes/sourceText'
import type { RefactorContext, Refactoring } from './refactoring'

/** Problems that say that a task had better not be parallel. */
const objections = [
  'file-overlap',
  'shared-config',
  'output-dependency',
  'explicit-dependency',
  'parallel-verify',
  'unsafe-path',
  'lone-parallel',
]

/**
 * Marks the open tasks of a selection parallel, as far as the rules allow it: tasks that would clash with a sibling,
 * or stay alone, are left out. Nothing for a selection with fewer than two tasks that could be marked.
 */
export function markParallel(context: RefactorContext, selection: Range): readonly Refactoring[] {
  const wanted = context.document.tasks.filter((task) => isCandidate(task, selection))
  if (wanted.length < 2) return []
  let chosen = wanted
  let reason = ''
  for (;;) {
    const problems = context.check(applyEdits(context.document.text, editsFor(context, chosen)))
    const blamed = blame(problems, chosen)
    if (blamed.tasks.size === 0) break
    reason ||= blamed.reason
    chosen = chosen.filter(({ index }) => !blamed.tasks.has(index))
  }
  const spelling = parallelSpelling(context.document)
  const title = `Mark ${listing((chosen.length === 0 ? wanted : chosen).map(taskName))} ${spelling}`
  return chosen.length === 0
    ? [{ title, kind: 'rewrite', edits: [], refused: reason }]
    : [{ title, kind: 'rewrite', edits: editsFor(context, chosen) }]
}

function isCandidate(task: Task, { start, end }: Range): boolean {
  const inside = start.line <= task.line && task.line <= end.line
  return inside && task.markers.length === 0 && !task.container && task.state !== 'done'
}

function editsFor({ document, source }: RefactorContext, tasks: readonly Task[]): readonly TextEdit[] {
  const spelling = parallelSpelling(document)
  return tasks.map((task) => insert(source.behindId(task), task.idRange === null ? `${spelling} ` : ` ${spelling}`))
}

/** The chosen tasks that problems speak of: of a pair the later one, or the earlier one where the later was not chosen. */
function blame(
  problems: readonly Problem[],
  chosen: readonly Task[],
): { readonly tasks: ReadonlySet<number>; readonly reason: string } {
  const isChosen = (index: unknown): index is number => chosen.some((task) => task.index === index)
  const guilty = problems
    .filter(({ code }) => objections.includes(code))
    .flatMap(({ data, message }) => {
      const pair: unknown = data?.['tasks']
      const index = [data?.['task'], ...(Array.isArray(pair) ? pair.toReversed() : [])].find(isChosen)
      return index === undefined ? [] : [{ index, message }]
    })
  return { tasks: new Set(guilty.map(({ index }) => index)), reason: guilty[0]?.message ?? '' }
}
