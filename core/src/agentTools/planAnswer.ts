import type { PlanJson, PlanJsonTask } from '../plan/planJson'
import type { ToolAnswer } from './answer'

/** A plan as an agent wants it: what is left, in order, and what of it runs side by side. */
export function planAnswer(plan: PlanJson, shown: string): ToolAnswer {
  const tasks = plan.tasks.filter((task) => !task.container)
  const done = tasks.filter((task) => task.state === 'done').length
  const steps = plan.groups
    .map((group) => ({
      parallel: group.isParallel,
      tasks: group.taskIndices.flatMap((index) => plan.tasks[index] ?? []).filter(isLeft),
    }))
    .filter((step) => step.tasks.length > 0)
  const left = steps.reduce((sum, step) => sum + step.tasks.length, 0)
  const lines = [
    `${shown} (${plan.dialect}): ${tasks.length} tasks, ${done} done, ${left} to run.${problemNote(plan.problems)}`,
    ...steps.map(
      (step, at) => `${at + 1}. ${step.tasks.length > 1 ? 'side by side: ' : ''}${step.tasks.map(nameOf).join(' · ')}`,
    ),
    ...(left === 0 ? ['Nothing is left to run.'] : []),
  ]
  return {
    text: lines.join('\n'),
    data: {
      file: plan.file,
      dialect: plan.dialect,
      total: tasks.length,
      done,
      left,
      problems: plan.problems,
      steps: steps.map((step) => ({ parallel: step.tasks.length > 1, tasks: step.tasks.map(taskData) })),
    },
  }
}

function isLeft(task: PlanJsonTask): boolean {
  return !task.container && (task.state === 'open' || task.state === 'in-progress')
}

function nameOf({ id, index, title }: PlanJsonTask): string {
  return `${id ?? `#${index}`} ${title}`
}

function taskData({ index, id, title, line, state, phase, files, verify }: PlanJsonTask): Record<string, unknown> {
  return { index, id, title, line, state, phase, files: files.map(({ path }) => path), verify }
}

function problemNote(count: number): string {
  if (count === 0) return ''
  return ` ${count} ${count === 1 ? 'problem' : 'problems'}: call lint.`
}
