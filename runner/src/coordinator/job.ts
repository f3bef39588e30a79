import { dirname } from 'node:path'
import type { Task } from '#core/document/tasksDocument'
import { findTaskAgain } from '#core/document/tick'
import type { RunOptions } from '#core/generated/journalEvent'
import { foldRun } from '#core/run/fold'
import type { RunState, TaskRunState } from '#core/run/runState'
import { allBatches, isSpecComplete, type Batch, type Wanted } from '#core/run/schedule'
import { resolveSelection } from '#core/run/selection'
import { newestRun, readJournal } from '../files/journal'
import { readState } from '../files/stateFile'
import { UserError } from '../userError'
import { runOptions } from './options'
import type { RunRequest } from './request'
import { readTasks, type TasksNow } from './readTasks'

/** What is to be done, found out without changing anything. */
export interface Job extends TasksNow {
  readonly options: RunOptions
  /** What would run if all went well. */
  readonly batches: readonly Batch[]
  /** The newest run of the spec as its journal tells it; undefined when there is none. */
  readonly earlier: RunState | undefined
  readonly specComplete: boolean
}

/** Finds out what a request means. Throws `UserError` when it cannot be carried out. */
export async function findJob(request: RunRequest): Promise<Job> {
  const earlier = await earlierRun(dirname(request.file))
  if (request.mode === 'run') return newJob(request, earlier)
  if (earlier === undefined)
    throw new UserError(
      `There is no run of ${request.file} to ${request.mode === 'retry' ? 'retry' : 'resume'}; begin one with run.`,
    )
  return request.mode === 'retry' ? retryJob(request, earlier) : resumeJob(request, earlier)
}

/** The newest run of a spec as its journal tells it; undefined when there is none. */
async function earlierRun(specDir: string): Promise<RunState | undefined> {
  const newest = await newestRun(specDir)
  return newest === undefined ? undefined : foldRun(readJournal(newest.folder).events)
}

function newJob(request: RunRequest, earlier: RunState | undefined): Job {
  const breakAt = request.options.breakAt ?? request.settings.groups.breakAt
  const now = readTasks(request.file, breakAt)
  if (now.document.tasks.length === 0) throw new UserError(noTasks(request.file, now))
  const selected = resolveSelection(now.document, now.plan, request.selection)
  if (!selected.ok) throw new UserError(selected.message)
  const options = runOptions(request, undefined, { scope: selected.scope, indices: [...selected.indices] })
  return job(now, options, earlier, new Set())
}

function resumeJob(request: RunRequest, earlier: RunState): Job {
  const options = runOptions(request, earlier.options, earlier.options)
  const now = readTasks(request.file, options.breakAt)
  const done = new Set(
    [...earlier.tasks.values()].filter((task) => task.status === 'success').map((task) => task.index),
  )
  if (earlier.endedAt !== null && earlier.outcome === 'success')
    return { ...job(now, options, earlier, done), batches: [] }
  if (options.scope !== 'next' || earlier.batches.length === 0) return job(now, options, earlier, done)
  const last = lastTasks(earlier).filter((task) => task.status !== 'success')
  const indices = last.map((task) => task.index)
  return { ...job(now, { ...options, scope: 'tasks', indices }, earlier, done), options }
}

async function retryJob(request: RunRequest, earlier: RunState): Promise<Job> {
  const options = runOptions(request, earlier.options, earlier.options)
  const now = readTasks(request.file, options.breakAt)
  const batch = retryBatch(now, earlier)
  const state = await readState(dirname(request.file))
  const limit = state?.maxTaskIterations ?? 5
  if (batch !== undefined && (state?.taskIteration ?? 1) >= limit)
    throw new UserError(
      `The last batch was tried ${limit} times already (maxTaskIterations in .ralph-state.json); look at the logs, then raise the limit or run the task anew.`,
    )
  const base = job(now, options, earlier, new Set())
  return { ...base, batches: batch === undefined ? [] : [batch] }
}

/** The failed tasks of the last batch; when none failed, those that were cancelled. undefined when all is well. */
export function retryBatch(now: TasksNow, earlier: RunState): Batch | undefined {
  const tasks = lastTasks(earlier)
  const cancelled = tasks.filter((task) => task.status === 'cancelled' || task.status === 'queued')
  const failed = tasks.filter((task) => task.status !== 'success' && !cancelled.includes(task))
  const again = (failed.length > 0 ? failed : cancelled).map((task) => foundAgain(now, task))
  const open = again.filter((task) => task.state !== 'done')
  const last = earlier.batches.at(-1)
  if (last === undefined || open.length === 0) return undefined
  return { startIndex: last.startIndex, endIndex: last.endIndex, parallel: open.length > 1, tasks: open }
}

function foundAgain(now: TasksNow, task: TaskRunState): Task {
  const found = findTaskAgain(now.document, task)
  if (found !== undefined) return found
  const name = task.id ?? `#${task.index}`
  throw new UserError(`Task ${name} "${task.title}" cannot be found again in the changed file; run it with run --task.`)
}

function lastTasks(earlier: RunState): readonly TaskRunState[] {
  return (earlier.batches.at(-1)?.indices ?? []).flatMap((index) => earlier.tasks.get(index) ?? [])
}

function job(now: TasksNow, options: RunOptions, earlier: RunState | undefined, settled: ReadonlySet<number>): Job {
  const wanted: Wanted = { scope: options.scope, indices: options.indices, settled }
  const batches = allBatches(now.document, now.plan, wanted)
  return { ...now, options, batches, earlier, specComplete: isSpecComplete(now.document) }
}

function noTasks(file: string, now: TasksNow): string {
  if (now.document.dialect === 'heading-tasks')
    return `${file} writes its tasks as headings, which cannot be run; write them as "- [ ] 1.1 Title".`
  return `${file} has no tasks; write them as "- [ ] 1.1 Title".`
}
