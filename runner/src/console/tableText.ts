import Table from 'cli-table3'
import { countTasks } from '#core/run/countTasks'
import { isActive } from '#core/run/fold'
import type { RunState, TaskRunState } from '#core/run/runState'
import { formatElapsed } from '#core/text/elapsed'
import type { Paint } from './paint'
import { safeLine, shorten } from './safeText'
import { statusIcon, statusWord } from './statusIcon'
import { taskName } from './taskName'

/** What a drawing of the table depends on besides the run. */
export interface TableView {
  readonly columns: number
  readonly rows: number
  /** Shown below the counts, such as that the run is ending. */
  readonly note: string
  /** Number of the drawing, for the moving icon. */
  readonly frame: number
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly lastLine: (index: number) => string
}

/** A terminal with fewer columns shows no output. */
const narrow = 60

/** Columns and lines that the table's own frame and footer take. */
const frameLines = 7

/** The run as a table that fits the terminal: one row a task, the ones that matter most when not all have room. */
export function tableText(state: RunState, view: TableView, paint: Paint): string {
  const tasks = batchTasks(state)
  const room = Math.max(1, view.rows - frameLines)
  const shown = tasks.length <= room ? tasks : mostTelling(tasks, room - 1)
  const widths = columnWidths(shown, view.columns)
  const table = new Table({
    head: ['', 'Task', 'Title', 'Time', 'Output'].slice(0, widths.length).map((word) => paint.dim(word)),
    colWidths: [...widths],
    wordWrap: false,
    style: { head: [], border: paint.enabled ? ['gray'] : [], 'padding-left': 1, 'padding-right': 1 },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  })
  for (const task of shown) table.push(row(task, view, widths, paint))
  const hidden = tasks.length - shown.length
  const more = hidden === 0 ? [] : [paint.dim(`  … and ${hidden} more`)]
  return [withHeadLine(table.toString()), ...more, ...footer(state, view, paint)].join('\n')
}

/** The tasks of the batch that goes on, or went on last. */
function batchTasks(state: RunState): readonly TaskRunState[] {
  const indices = state.batches.at(-1)?.indices ?? []
  return indices.flatMap((index) => state.tasks.get(index) ?? [])
}

function mostTelling(tasks: readonly TaskRunState[], count: number): readonly TaskRunState[] {
  const rank = (task: TaskRunState): number =>
    isActive(task.status) ? 0 : task.status === 'success' ? 3 : task.status === 'queued' ? 2 : 1
  return [...tasks]
    .sort((a, b) => rank(a) - rank(b) || a.index - b.index)
    .slice(0, Math.max(1, count))
    .sort((a, b) => a.index - b.index)
}

function columnWidths(tasks: readonly TaskRunState[], columns: number): readonly number[] {
  const ids =
    Math.min(14, Math.max(4, ...tasks.map((task) => taskName(task).length + (task.attempts.length > 1 ? 4 : 0)))) + 2
  const rest = columns - 6 - 3 - ids - 10
  // The five lines between the columns, without the one before Output.
  if (columns < narrow) return [3, ids, rest + 1, 10]
  const title = Math.max(
    10,
    Math.min(Math.floor(rest * 0.45), Math.max(8, ...tasks.map((task) => Array.from(safeLine(task.title)).length)) + 2),
  )
  return [3, ids, title, 10, Math.max(8, rest - title)]
}

function row(task: TaskRunState, view: TableView, widths: readonly number[], paint: Paint): string[] {
  const attempt = task.attempts.at(-1)
  const tries = task.attempts.length > 1 ? paint.dim(` ×${task.attempts.length}`) : ''
  const [, , title = 10, , output = 10] = widths
  return [
    statusIcon(task.status, paint, view.frame),
    taskName(task) + tries,
    shorten(safeLine(task.title), title - 2),
    attempt === undefined ? '' : formatElapsed(attempt.durationMs ?? view.now - Date.parse(attempt.startedAt)),
    shorten(outputCell(task, view), output - 2),
  ]
    .slice(0, widths.length)
    .map((cell, at) => (at === 4 ? colourOutput(task, cell, paint) : cell))
}

function outputCell(task: TaskRunState, view: TableView): string {
  const attempt = task.attempts.at(-1)
  if (task.status === 'queued') return 'waiting'
  if (task.status === 'starting') return 'starting'
  if (!isActive(task.status) && task.status !== 'success') return safeLine(attempt?.reason ?? statusWord(task.status))
  if (task.status === 'verifying') return 'verifying'
  return view.lastLine(task.index) || statusWord(task.status)
}

function colourOutput(task: TaskRunState, text: string, paint: Paint): string {
  return task.status === 'failed' || task.status === 'timed-out' ? paint.bad(text) : paint.dim(text)
}

function footer(state: RunState, view: TableView, paint: Paint): readonly string[] {
  const counts = countTasks(state.tasks.values())
  const parts = [
    { text: `${counts.done} done`, colour: paint.good },
    { text: counts.failed > 0 ? `${counts.failed} failed` : '', colour: paint.bad },
    { text: counts.cancelled > 0 ? `${counts.cancelled} cancelled` : '', colour: paint.warn },
    { text: counts.interrupted > 0 ? `${counts.interrupted} interrupted` : '', colour: paint.warn },
    { text: counts.running > 0 ? `${counts.running} running` : '', colour: paint.live },
    { text: counts.queued > 0 ? `${counts.queued} waiting` : '', colour: paint.strong },
    { text: state.held === null ? '' : 'new starts wait', colour: paint.warn },
    { text: formatElapsed(view.now - Date.parse(state.startedAt)), colour: paint.dim },
  ].filter((part) => part.text !== '')
  // What has no room is left out, the last first.
  while (parts.reduce((sum, part) => sum + part.text.length + 3, 0) > view.columns) parts.pop()
  const status = parts.map((part) => part.colour(part.text)).join(paint.dim(' · '))
  const help = `${safeLine(state.executor)} · ${state.runId} · Ctrl+C cancels`
  const last = shorten(view.note === '' ? help : view.note, view.columns - 2)
  return [`  ${status}`, `  ${view.note === '' ? paint.dim(last) : paint.warn(last)}`]
}

/** A line below the head only: rows stand close together. */
function withHeadLine(text: string): string {
  const lines = text.split('\n')
  const [top = '', head = '', ...rest] = lines
  // The top line has the same corners as a line between; only their characters differ.
  const between = top.replaceAll('┌', '├').replaceAll('┬', '┼').replaceAll('┐', '┤')
  return [top, head, between, ...rest].join('\n')
}
