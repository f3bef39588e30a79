import type { Task } from '../../document/tasksDocument'
import type { FixContext, FixMaker } from './fix'
import { insert } from './sourceText'
import { taskOf } from './taskOf'

const order = ['do', 'files', 'done when', 'verify', 'commit']

const stubs: Readonly<Record<string, string>> = {
  Do: 'TODO: what to do, step by step',
  'Done when': 'TODO: what is true when the task is done',
  Verify: '`false` (TODO: a command that exits 0 when the task is done)',
}

/** The missing field is put in at its place among the others, indented as they are. */
export const fixMissingField: FixMaker = (context, problem) => {
  const task = taskOf(context, problem)
  const field = problem.data?.['field']
  const stub = typeof field === 'string' ? stubs[field] : undefined
  if (task === undefined || typeof field !== 'string' || stub === undefined) return []
  const existing = task.fields.all.find(({ name }) => name.toLowerCase() === field.toLowerCase())
  const title = `Insert \`${field}\``
  if (existing !== undefined) return [{ title, edits: [insert(existing.range.end, ` ${stub}`)], preferred: true }]
  const { source } = context
  const line = lineBehind(task, field)
  const text = `${source.eol}${indentOf(context, task)}- **${field}**: ${stub}`
  return [{ title, edits: [insert({ line, character: source.line(line).length }, text)], preferred: true }]
}

/** The line behind which a field belongs: the last line of the nearest known field before it, else of the task's head. */
function lineBehind(task: Task, field: string): number {
  const rank = order.indexOf(field.toLowerCase())
  const before = task.fields.all.filter(({ name }) => {
    const other = order.indexOf(name.toLowerCase())
    return other >= 0 && other < rank
  })
  return Math.max(task.titleRange.end.line, ...before.map(({ range }) => range.end.line))
}

function indentOf({ source }: FixContext, task: Task): string {
  const first = task.fields.all.find(({ nameRange }) => nameRange.start.line > task.titleRange.end.line)
  const line = source.line(first?.nameRange.start.line ?? task.line)
  const own = /^\s*/.exec(line)?.[0] ?? ''
  return first === undefined ? `${own}  ` : own
}
