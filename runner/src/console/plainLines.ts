import type { JournalEvent } from '#core/generated/journalEvent'
import type { RunState, TaskRunState } from '#core/run/runState'
import { formatElapsed } from '#core/text/elapsed'
import type { CommandContext } from '../commands/context'
import type { Paint } from './paint'
import type { RunView } from './runConsole'
import { safeLine } from './safeText'
import { taskName, taskTitle } from './taskName'

/** One line for every event that matters, for pipes and logs. */
export function plainLines(context: Pick<CommandContext, 'out' | 'paint'>): RunView {
  return {
    show: (event, state) => {
      for (const line of linesFor(event, state, context.paint)) context.out(`${line}\n`)
    },
    note: (text) => context.out(`${text}\n`),
    close: () => undefined,
  }
}

/**
 * The lines that tell of one event; none for those that say nothing new. `TASK_COMPLETE` (once for each task that
 * succeeded), `BATCH_COMPLETE` and `ALL_TASKS_COMPLETE` stand on lines of their own, for programs that wait for them.
 */
export function linesFor(event: JournalEvent, state: RunState | undefined, paint: Paint): readonly string[] {
  const task = 'index' in event && event.index !== null ? state?.tasks.get(event.index) : undefined
  const tag = task === undefined ? '' : `[${taskName(task)}] `
  switch (event.kind) {
    case 'runStarted':
      return [`Run ${event.runId} with ${safeLine(event.executor)}: ${safeLine(event.file)}`]
    case 'runResumed':
      return [`Run ${event.runId} goes on (${event.mode})`]
    case 'batchStarted':
      return [batchLine(event)]
    case 'attemptStarted':
      return [
        `${tag}started${event.attempt > 1 ? ` (attempt ${event.attempt})` : ''}${task === undefined ? '' : `: ${safeLine(task.title)}`}`,
      ]
    case 'verifyStarted':
      return [`${tag}verifying: ${safeLine(event.command)}`]
    case 'attemptEnded':
      return [tag + verdictLine(event, paint)]
    case 'startsHeld':
      return [
        paint.warn(
          `New starts wait: ${safeLine(event.reason)}${event.until === null ? '' : ` (until ${event.until})`}`,
        ),
      ]
    case 'startsReleased':
      return ['New starts go on']
    case 'progressMerged':
      return event.indices.length === 0 ? [] : [`Progress merged: ${names(event.indices, state)}`]
    case 'taskTicked':
      return event.via === 'already' ? [] : [`${tag}ticked`]
    case 'tickRefused':
      return [paint.warn(`${tag}not ticked: ${safeLine(event.reason)}`)]
    case 'taskCommitted':
      return [
        `${tag}committed ${event.sha.slice(0, 9)} (${event.files.length} file${event.files.length === 1 ? '' : 's'})`,
      ]
    case 'commitSkipped':
      return [`${tag}no commit: ${safeLine(event.reason)}`]
    case 'batchEnded':
      return completionLines(event)
    case 'concurrencyChanged':
      return [`Up to ${event.maxConcurrent} executors at a time now`]
    case 'cancelRequested':
      return [task === undefined ? 'Cancelling the run' : `${tag}cancelling`]
    case 'warning':
      return [paint.warn(`${tag}warning: ${safeLine(event.message)}`)]
    case 'runEnded':
      return event.specComplete && event.outcome === 'success' ? ['ALL_TASKS_COMPLETE'] : []
    case 'attemptStarting':
    case 'attemptExited':
    case 'verifyEnded':
    case 'finishStarted':
      return []
  }
}

function batchLine(event: Extract<JournalEvent, { kind: 'batchStarted' }>): string {
  const [only] = event.tasks
  if (event.tasks.length === 1 && only !== undefined) return `Task ${taskTitle(only)}`
  return `${event.tasks.length} tasks side by side: ${event.tasks.map(taskName).join(', ')}`
}

function verdictLine(event: Extract<JournalEvent, { kind: 'attemptEnded' }>, paint: Paint): string {
  const time = formatElapsed(event.durationMs)
  if (event.verdict === 'success') return paint.good(`succeeded in ${time}`)
  const reason = event.reason === null ? '' : `: ${safeLine(event.reason)}`
  const line = `${event.verdict === 'timed-out' ? 'timed out' : event.verdict} after ${time}${reason}`
  return event.verdict === 'failed' || event.verdict === 'timed-out' ? paint.bad(line) : paint.warn(line)
}

function completionLines(event: Extract<JournalEvent, { kind: 'batchEnded' }>): readonly string[] {
  const all = event.failed.length === 0 && event.cancelled.length === 0
  return [
    ...event.succeeded.map(() => 'TASK_COMPLETE'),
    ...(all && event.succeeded.length > 0 ? ['BATCH_COMPLETE'] : []),
  ]
}

function names(indices: readonly number[], state: RunState | undefined): string {
  const nameOf = (index: number): string => {
    const task: TaskRunState | undefined = state?.tasks.get(index)
    return task === undefined ? `#${index}` : taskName(task)
  }
  return indices.map(nameOf).join(', ')
}
