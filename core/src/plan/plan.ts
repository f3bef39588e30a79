import type { Task, TasksDocument } from '../document/tasksDocument'

/** Which lines end a group besides tasks: every heading, phase headings only, or none. */
export type BreakAt = 'heading' | 'phase' | 'never'

/** A maximal run of consecutive parallel tasks, or a single task. */
export interface Group {
  readonly startIndex: number
  readonly endIndex: number
  readonly taskIndices: readonly number[]
  /** Two or more tasks that may run side by side. */
  readonly isParallel: boolean
}

/** Every task stands in exactly one group; groups are in document order or, where waves plan, in theirs. */
export interface Plan {
  readonly groups: readonly Group[]
}

/** The group that holds a task, or undefined when the index is out of range. */
export function groupOf(plan: Plan, taskIndex: number): Group | undefined {
  return plan.groups.find((group) => group.taskIndices.includes(taskIndex))
}

/** Tasks that a run would still carry out: open or in progress, no container, not optional, not blocked. */
export function isRunnable(task: Task): boolean {
  return !task.container && (task.state === 'open' || task.state === 'in-progress')
}

/** The runnable tasks of a group, in index order. */
export function openTasks(document: TasksDocument, group: Group): readonly Task[] {
  return group.taskIndices.flatMap((index) => {
    const task = document.tasks[index]
    return task !== undefined && isRunnable(task) ? [task] : []
  })
}
