import type { Task, TasksDocument } from '#core/document/tasksDocument'

/** One try at one task. */
export interface AttemptPlan {
  readonly document: TasksDocument
  readonly task: Task
  /** From 1. */
  readonly attempt: number
  /** Two or more tasks side by side. */
  readonly parallel: boolean
  readonly siblings: readonly Task[]
  /** Why the attempt before failed, or null. */
  readonly earlierFailure: string | null
}
