import type { Task, TasksDocument } from '../document/tasksDocument'
import type { RunSummary } from '../wire/messages'

/** A task of a run, as the run's summary tells it. */
export type RunTask = RunSummary['tasks'][number]

/** The newest run of a document, its tasks found again in the text as it is now. */
export interface RunView {
  readonly live: boolean
  readonly outcome: RunSummary['outcome']
  /** By the index that the task has now. Tasks that cannot be found for sure are left out. */
  readonly tasks: ReadonlyMap<number, RunTask>
  /** How many tasks the run has, found again or not. */
  readonly total: number
}

/**
 * Places a run's tasks in a document that may have been edited since: by index where id and title still fit,
 * else where exactly one task has that id and title.
 */
export function viewRun(document: TasksDocument, run: RunSummary): RunView {
  const tasks = new Map<number, RunTask>()
  for (const task of run.tasks) {
    const found = findAgain(document, task)
    if (found !== undefined) tasks.set(found.index, task)
  }
  return { live: run.live, outcome: run.outcome, tasks, total: run.tasks.length }
}

function findAgain(document: TasksDocument, wanted: RunTask): Task | undefined {
  const fits = (task: Task): boolean => task.id === wanted.id && task.title === wanted.title
  const same = document.tasks[wanted.index]
  if (same !== undefined && fits(same)) return same
  const candidates = document.tasks.filter(fits)
  return candidates.length === 1 ? candidates[0] : undefined
}
