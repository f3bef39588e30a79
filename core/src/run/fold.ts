import type { JournalEvent } from '../generated/journalEvent'
import type { AttemptState, BatchState, RunState, TaskRunState, TaskRunStatus } from './runState'

/**
 * Folds one event into the state of a run. Pure: the state before is left as it was.
 * `undefined` stands for "no event yet"; anything but `runStarted` leaves it so.
 * An event about an unknown task or batch changes nothing but `seq`.
 */
export function foldEvent(before: RunState | undefined, event: JournalEvent): RunState | undefined {
  if (event.kind === 'runStarted') return begin(event)
  if (before === undefined) return undefined
  const state: RunState = { ...before, seq: event.seq }
  switch (event.kind) {
    case 'runResumed':
      return {
        ...state,
        options: event.options,
        pid: event.pid,
        pidStart: event.pidStart,
        host: event.host,
        socket: event.socket,
        maxConcurrent: event.options.maxConcurrent,
        endedAt: null,
        outcome: null,
        reason: null,
        next: null,
        held: null,
        cancelRequested: false,
      }
    case 'batchStarted':
      return startBatch(state, event)
    case 'attemptStarting':
      return changeTask(state, event.index, (task) => ({
        ...task,
        status: 'starting',
        attempts: [...task.attempts, newAttempt(event)],
      }))
    case 'attemptStarted':
      return changeAttempt(state, event, 'running', { pid: event.pid, pidStart: event.pidStart })
    case 'attemptExited':
      return changeAttempt(state, event, undefined, { exitCode: event.code, signal: event.signal })
    case 'verifyStarted':
      return changeAttempt(state, event, 'verifying', { verifyPid: event.pid, verifyPidStart: event.pidStart })
    case 'verifyEnded':
      return changeAttempt(state, event, undefined, { verifyPid: null, verifyPidStart: null })
    case 'attemptEnded':
      return changeAttempt(event.verdict === 'success' ? state : untick(state, event.index), event, event.verdict, {
        endedAt: event.at,
        verdict: event.verdict,
        cause: event.cause,
        reason: event.reason,
        durationMs: event.durationMs,
        counts: event.counts,
        changedFiles: event.changedFiles,
      })
    case 'startsHeld':
      return { ...state, held: { reason: event.reason, until: event.until } }
    case 'startsReleased':
      return { ...state, held: null }
    case 'finishStarted':
      return changeBatch(state, event.batch, { phase: 'finishing' })
    case 'progressMerged':
      return event.indices.reduce((now, index) => changeTask(now, index, (task) => ({ ...task, merged: true })), state)
    case 'taskTicked':
      return changeTask(state, event.index, (task) => ({ ...task, ticked: true, tickRefused: null }))
    case 'tickRefused':
      return changeTask(state, event.index, (task) => ({ ...task, tickRefused: event.reason }))
    case 'taskCommitted':
      return changeTask(state, event.index, (task) => ({ ...task, commit: event.sha, commitSkipped: null }))
    case 'commitSkipped':
      return changeTask(state, event.index, (task) => ({ ...task, commitSkipped: event.reason }))
    case 'batchEnded':
      return cancelRest(changeBatch(state, event.batch, { phase: 'ended', endedAt: event.at }), event.cancelled)
    case 'concurrencyChanged':
      return { ...state, maxConcurrent: event.maxConcurrent }
    case 'cancelRequested':
      return event.index === null
        ? { ...state, cancelRequested: true }
        : changeTask(state, event.index, (task) => ({ ...task, cancelRequested: true }))
    case 'warning':
      return {
        ...state,
        warnings: [...state.warnings, { at: event.at, code: event.code, message: event.message, index: event.index }],
      }
    case 'runEnded':
      return {
        ...state,
        endedAt: event.at,
        outcome: event.outcome,
        reason: event.reason,
        next: event.next,
        specComplete: event.specComplete,
        held: null,
      }
  }
}

/** Folds a whole journal; undefined when it does not begin with `runStarted`. */
export function foldRun(events: Iterable<JournalEvent>): RunState | undefined {
  let state: RunState | undefined
  for (const event of events) state = foldEvent(state, event)
  return state
}

/** True while an attempt of this status has a process, or is about to. */
export function isActive(status: TaskRunStatus): boolean {
  return status === 'starting' || status === 'running' || status === 'verifying'
}

function begin(event: Extract<JournalEvent, { kind: 'runStarted' }>): RunState {
  return {
    runId: event.runId,
    file: event.file,
    root: event.root,
    dialect: event.dialect,
    executor: event.executor,
    options: event.options,
    version: event.version,
    pid: event.pid,
    pidStart: event.pidStart,
    host: event.host,
    socket: event.socket,
    startedAt: event.at,
    endedAt: null,
    outcome: null,
    reason: null,
    next: null,
    specComplete: false,
    batches: [],
    tasks: new Map(),
    held: null,
    cancelRequested: false,
    maxConcurrent: event.options.maxConcurrent,
    warnings: [],
    seq: event.seq,
  }
}

function startBatch(state: RunState, event: Extract<JournalEvent, { kind: 'batchStarted' }>): RunState {
  const tasks = new Map(state.tasks)
  for (const planned of event.tasks) {
    const known = tasks.get(planned.index)
    tasks.set(planned.index, {
      ...planned,
      status: 'queued',
      attempts: known?.attempts ?? [],
      merged: false,
      ticked: false,
      tickRefused: null,
      commit: null,
      commitSkipped: null,
      cancelRequested: false,
    })
  }
  const batch: BatchState = {
    number: event.batch,
    startIndex: event.startIndex,
    endIndex: event.endIndex,
    parallel: event.parallel,
    indices: event.tasks.map((task) => task.index),
    phase: 'running',
    startedAt: event.at,
    endedAt: null,
  }
  return { ...state, tasks, batches: [...state.batches.filter((other) => other.number !== event.batch), batch] }
}

function newAttempt(event: Extract<JournalEvent, { kind: 'attemptStarting' }>): AttemptState {
  return {
    attempt: event.attempt,
    startedAt: event.at,
    endedAt: null,
    pid: null,
    pidStart: null,
    verifyPid: null,
    verifyPidStart: null,
    log: event.log,
    progressFile: event.progressFile,
    worktree: event.worktree,
    command: event.command,
    exitCode: null,
    signal: null,
    verdict: null,
    cause: null,
    reason: null,
    durationMs: null,
    counts: true,
    changedFiles: null,
  }
}

function changeTask(state: RunState, index: number, change: (task: TaskRunState) => TaskRunState): RunState {
  const task = state.tasks.get(index)
  if (task === undefined) return state
  return { ...state, tasks: new Map(state.tasks).set(index, change(task)) }
}

function changeAttempt(
  state: RunState,
  event: { readonly index: number; readonly attempt: number },
  status: TaskRunStatus | undefined,
  change: Partial<AttemptState>,
): RunState {
  return changeTask(state, event.index, (task) => ({
    ...task,
    status: status ?? task.status,
    attempts: task.attempts.map((attempt) => (attempt.attempt === event.attempt ? { ...attempt, ...change } : attempt)),
  }))
}

function changeBatch(state: RunState, number: number, change: Partial<BatchState>): RunState {
  return {
    ...state,
    batches: state.batches.map((batch) => (batch.number === number ? { ...batch, ...change } : batch)),
  }
}

/** A success that turned out to be a failure after all (its commit was refused) has its box open again. */
function untick(state: RunState, index: number): RunState {
  return changeTask(state, index, (task) => ({ ...task, ticked: false }))
}

/** Tasks of an ended batch that never started are cancelled. */
function cancelRest(state: RunState, cancelled: readonly number[]): RunState {
  return cancelled.reduce(
    (now, index) =>
      changeTask(now, index, (task) => (task.status === 'queued' ? { ...task, status: 'cancelled' } : task)),
    state,
  )
}
