import type { RunOptions } from '../generated/journalEvent'
import type { Task, TasksDocument } from '../document/tasksDocument'
import { isRunnable, type Group, type Plan } from '../plan/plan'

/** One execution of a group: the tasks of it that are to be run now. */
export interface Batch {
  readonly startIndex: number
  readonly endIndex: number
  /** Two or more tasks, side by side, each with a progress file of its own. */
  readonly parallel: boolean
  readonly tasks: readonly Task[]
}

/** What is to be run, and what has been. */
export interface Wanted {
  readonly scope: RunOptions['scope']
  /** The tasks of scope group, tasks or phase. */
  readonly indices: readonly number[]
  /** Tasks that this run has settled already: never run twice. */
  readonly settled: ReadonlySet<number>
}

/**
 * The next batch in document order, or undefined when nothing is left.
 * Tasks named outright are run although their box says optional or blocked; done tasks and containers never are.
 */
export function nextBatch(document: TasksDocument, plan: Plan, wanted: Wanted): Batch | undefined {
  for (const group of plan.groups) {
    const tasks = group.taskIndices.flatMap((index) => {
      const task = document.tasks[index]
      return task !== undefined && isWanted(task, wanted) ? [task] : []
    })
    if (tasks.length > 0) return batchOf(group, tasks)
  }
  return undefined
}

/** Every batch that a run would go through if all went well; `next` has one at most. */
export function allBatches(document: TasksDocument, plan: Plan, wanted: Wanted): readonly Batch[] {
  const batches: Batch[] = []
  const settled = new Set(wanted.settled)
  for (;;) {
    const batch = nextBatch(document, plan, { ...wanted, settled })
    if (batch === undefined) return batches
    batches.push(batch)
    if (wanted.scope === 'next') return batches
    for (const task of batch.tasks) settled.add(task.index)
  }
}

/** A batch of some tasks of a group. */
function batchOf(group: Group, tasks: readonly Task[]): Batch {
  const { startIndex, endIndex } = group
  return { startIndex, endIndex, parallel: group.isParallel && tasks.length > 1, tasks }
}

/**
 * Where smart-ralph's `taskIndex` stands: at the start of the first group that still has something to run,
 * behind the last task when there is none. It never goes back.
 */
export function advanceTaskIndex(document: TasksDocument, plan: Plan, before: number): number {
  const waiting = plan.groups.find((group) =>
    group.taskIndices.some((index) => {
      const task = document.tasks[index]
      return task !== undefined && isRunnable(task)
    }),
  )
  return Math.max(before, waiting?.startIndex ?? document.tasks.length)
}

/** The document as if these tasks were ticked: an editor may hold the ticks unsaved. */
export function assumeDone(document: TasksDocument, indices: ReadonlySet<number>): TasksDocument {
  const tasks = document.tasks.map((task) => (indices.has(task.index) ? { ...task, state: 'done' as const } : task))
  return { ...document, tasks }
}

/** True when no task of the document is left to do. */
export function isSpecComplete(document: TasksDocument): boolean {
  return document.tasks.length > 0 && !document.tasks.some((task) => isRunnable(task) || task.state === 'blocked')
}

function isWanted(task: Task, wanted: Wanted): boolean {
  if (wanted.settled.has(task.index) || task.container || task.state === 'done') return false
  if (wanted.scope === 'next' || wanted.scope === 'all') return isRunnable(task)
  if (!wanted.indices.includes(task.index)) return false
  return wanted.scope === 'tasks' || isRunnable(task)
}
