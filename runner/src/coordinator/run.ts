import { dirname, basename } from 'node:path'
import { realpathSync } from 'node:fs'
import { isUnfinished } from '#core/run/unfinished'
import { dropDeadLock } from '../files/deadLock'
import { lockFile } from '../files/specFolder'
import { describeOwner } from '../git/repositoryLock'
import { UserError } from '../userError'
import { describeJob, plannedBatches } from './describe'
import { findJob, retryBatch, type Job } from './job'
import { tickRefused } from './finish'
import { inSession } from './inSession'
import { prepare, type Prepared } from './prepare'
import type { RunDeps, RunRequest, RunResult } from './request'
import { closeBatch, completeBatch, runBatches, runOneBatch } from './runBatches'
import { warn, type RunContext } from './runContext'
import { newRunId } from './runId'
import type { SessionPlan } from './session'
import { settleAttempts } from './settle'

export type { RunDeps, RunRequest, RunResult } from './request'

/**
 * Runs what was asked for, to the end of the last batch.
 * Throws `UserError` for every refusal before anything starts; the disk is then as it was.
 */
export async function runSpec(asked: RunRequest, deps: RunDeps): Promise<RunResult> {
  const request = { ...asked, file: realPath(asked.file) }
  const job = await findJob(request)
  const dead = job.earlier !== undefined && (job.earlier.endedAt === null || isUnfinished(job.earlier))
  const idle = job.batches.length === 0 && !dead && !(request.mode === 'resume' && hasRefusedTicks(job))
  if (idle) {
    // A runner may have died right between its last line and giving the lock back.
    if (!request.dryRun) dropDeadLock(lockFile(dirname(request.file)), describeOwner('none', null))
    return nothingToDo(request, deps, job)
  }
  const prepared = await prepare(
    request,
    deps,
    job.options,
    job.batches.flatMap((batch) => batch.tasks),
  )
  if (request.dryRun) {
    const description = describeJob(job, prepared)
    return { ...empty(job), planned: plannedBatches(job), description }
  }
  const base = { request, deps, prepared, options: job.options }
  if (dead && job.earlier !== undefined && request.mode !== 'resume') {
    const { options, runId } = job.earlier
    const settled = await settleRun({ ...base, options, runId, reopen: true })
    if (settled.state !== undefined && isUnfinished(settled.state)) return settled
  }
  if (request.mode === 'run') return runNew({ ...base, runId: newRunId(new Date()), reopen: false }, job)
  return goOn({ ...base, runId: job.earlier?.runId ?? '', reopen: true }, request.mode)
}

/** Begins a run and carries it out. */
async function runNew(plan: SessionPlan, job: Job): Promise<RunResult> {
  if (job.batches.length === 0) return empty(job)
  return inSession(plan, async (context, socket) => {
    const { pid, pidStart, host } = socket
    context.journal.append({
      kind: 'runStarted',
      file: context.file,
      root: context.root,
      dialect: job.document.dialect,
      executor: context.executor.name,
      options: plan.options,
      version: plan.deps.version,
      pid,
      pidStart,
      host,
      socket: socket.socket,
    })
    tellWarnings(context, plan.prepared)
    await runBatches(context, plan.options)
  })
}

/** Goes on with the newest run: to its end (resume), or with its failed tasks (retry). */
function goOn(plan: SessionPlan, mode: 'resume' | 'retry'): Promise<RunResult> {
  return inSession(plan, async (context, socket) => {
    const before = context.journal.state()
    const { pid, pidStart, host } = socket
    const wasDead = before?.endedAt === null
    context.journal.append({
      kind: 'runResumed',
      mode,
      options: plan.options,
      pid,
      pidStart,
      host,
      socket: socket.socket,
    })
    tellWarnings(context, plan.prepared)
    await settleAttempts(context)
    if (mode === 'retry') {
      const now = context.readTasks()
      const state = context.journal.state()
      const batch = state === undefined ? undefined : retryBatch(now, state)
      if (batch !== undefined) await runOneBatch(context, now, batch, true)
      return
    }
    await tickRefused(context)
    const left = context.journal.state()?.batches.at(-1)
    if (left !== undefined && left.phase !== 'ended') {
      if (!(await completeBatch(context, left)) || plan.options.scope === 'next') return
    } else if (left !== undefined && plan.options.scope === 'next') {
      const unfinished = left.indices.filter((index) => context.journal.state()?.tasks.get(index)?.status !== 'success')
      if (unfinished.length > 0) await runBatches(context, { scope: 'tasks', indices: unfinished })
      return
    }
    if (!wasDead || plan.options.scope !== 'next' || left === undefined) await runBatches(context, plan.options)
  })
}

/** Closes the books of a dead run: its processes are ended, its successes finished, the rest is left open. */
function settleRun(plan: SessionPlan): Promise<RunResult> {
  return inSession(plan, async (context, socket) => {
    const { pid, pidStart, host } = socket
    context.journal.append({
      kind: 'runResumed',
      mode: 'resume',
      options: plan.options,
      pid,
      pidStart,
      host,
      socket: socket.socket,
    })
    await settleAttempts(context)
    const left = context.journal.state()?.batches.at(-1)
    if (left !== undefined && left.phase !== 'ended') await closeBatch(context, left)
  })
}

function hasRefusedTicks(job: Job): boolean {
  return [...(job.earlier?.tasks.values() ?? [])].some((task) => task.status === 'success' && task.tickRefused !== null)
}

function tellWarnings(context: RunContext, prepared: Prepared): void {
  for (const { code, message } of prepared.warnings) warn(context, code, message)
}

function nothingToDo(request: RunRequest, deps: RunDeps, job: Job): RunResult {
  const name = basename(dirname(request.file))
  const messages = {
    run: job.specComplete
      ? `Nothing to run: every task of ${name} is done.`
      : 'Nothing to run: what was asked for is done.',
    resume: 'Nothing to resume: the newest run ended well.',
    retry: 'Nothing to retry: no task of the last batch failed.',
  }
  deps.log('info', messages[request.mode])
  return empty(job)
}

function empty(job: Job): RunResult {
  return { runId: null, exitCode: 0, state: undefined, specComplete: job.specComplete }
}

/** Links are followed once, so that git and this program speak of the same paths. */
function realPath(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    throw new UserError(`There is no file ${file}; check the path.`)
  }
}
