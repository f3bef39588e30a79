import type { Task, TasksDocument } from '#core/document/tasksDocument'
import { isRunnable, openTasks, type Group, type Plan } from '#core/plan/plan'
import type { Problem } from '#core/rules/problem'
import { countProblems } from './lintPretty'
import type { Paint } from './paint'
import { safeLine } from './safeText'

/** What a plan for people says besides the plan itself. */
export interface PlanView {
  readonly shown: string
  /** The spec as it is to be typed again. */
  readonly argument: string
  readonly problems: readonly Problem[]
}

/** The plan as lines for people: phases, groups and tasks, what is wrong, and what to type next. */
export function planText(document: TasksDocument, plan: Plan, view: PlanView, paint: Paint): string {
  const lines = [head(document, plan, view, paint)]
  let phase: number | null | undefined
  for (const group of plan.groups) {
    const first = document.tasks[group.startIndex]
    if (first === undefined) continue
    if (first.phase !== phase) {
      phase = first.phase
      const heading = phase === null ? undefined : document.headings[phase]
      if (heading !== undefined) lines.push('', paint.strong(safeLine(heading.text)))
      else if (lines.length > 1) lines.push('')
    }
    lines.push(...groupLines(document, group, paint))
  }
  return `${[...lines, '', ...foot(document, plan, view, paint)].join('\n')}\n`
}

function head(document: TasksDocument, plan: Plan, view: PlanView, paint: Paint): string {
  const tasks = document.tasks.filter((task) => !task.container)
  const done = tasks.filter((task) => task.state === 'done').length
  const groups = plan.groups.filter((group) => group.isParallel).length
  const facts = [document.dialect, plural(tasks.length, 'task'), `${done} done`, plural(groups, 'parallel group')]
  return `${paint.strong(safeLine(view.shown))}  ${paint.dim(facts.join(' · '))}`
}

function groupLines(document: TasksDocument, group: Group, paint: Paint): readonly string[] {
  const tasks = group.taskIndices.flatMap((index) => document.tasks[index] ?? [])
  if (!group.isParallel) return tasks.map((task) => `  ${taskLine(task, paint)}`)
  const open = openTasks(document, group).length
  const size = open === tasks.length ? '' : `, ${open} open`
  return [
    paint.live(`  ┌ side by side (${tasks.length}${size})`),
    ...tasks.map((task, at) => `${paint.live(at === tasks.length - 1 ? '  └' : '  │')} ${taskLine(task, paint)}`),
  ]
}

function taskLine(task: Task, paint: Paint): string {
  const markers = task.markers.map((marker) => paint.dim(`[${safeLine(marker.text)}] `)).join('')
  const title = safeLine(task.title)
  const id = task.id === null ? '' : `${paint.strong(safeLine(task.id))} `
  const line = `${id}${markers}${task.state === 'done' ? paint.dim(title) : title}`
  return `${stateIcon(task, paint)} ${line}${paint.dim(`  :${task.line + 1}`)}`
}

function stateIcon(task: Task, paint: Paint): string {
  if (task.container) return paint.dim('▾')
  switch (task.state) {
    case 'done':
      return paint.good('✓')
    case 'in-progress':
      return paint.live('◐')
    case 'blocked':
      return paint.warn('⊘')
    case 'optional':
      return paint.dim('◌')
    case 'open':
      return '○'
  }
}

function foot(document: TasksDocument, plan: Plan, view: PlanView, paint: Paint): readonly string[] {
  const lines: string[] = []
  if (view.problems.length > 0) {
    lines.push(`${paint.warn(countProblems(view.problems))}: parallel-tasks lint ${view.argument}`)
  }
  const next = plan.groups.find((group) => openTasks(document, group).length > 0)
  if (next !== undefined) {
    const open = openTasks(document, next)
    const what =
      open.length > 1 ? `${open.length} tasks side by side` : `task ${safeLine(open[0]?.id ?? `#${open[0]?.index}`)}`
    lines.push(`Next, ${what}: parallel-tasks run ${view.argument}`)
  } else if (document.tasks.length === 0) lines.push('There are no tasks in this file.')
  else if (!document.tasks.some(isRunnable)) lines.push(paint.good('Nothing is left to run.'))
  return lines
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
