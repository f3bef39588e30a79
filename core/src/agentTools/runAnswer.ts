import { countTasks } from '../run/countTasks'
import type { RunState, TaskRunState } from '../run/runState'
import { settledStatus } from '../run/settledStatus'
import { isUnfinished } from '../run/unfinished'
import { formatElapsed } from '../text/elapsed'
import type { ToolAnswer } from './answer'

/** A run and what the journal alone does not say. */
export interface RunFacts {
  readonly state: RunState
  /** `interrupted`: it has not ended and its runner is gone. */
  readonly standing: 'live' | 'ended' | 'interrupted'
  /** Absolute path of a task's newest log; null when it has none. */
  readonly logOf: (task: TaskRunState) => string | null
}

/** A run as an agent wants it: the outcome, the verdict on every task with its reason, and what to do next. */
export function runAnswer({ state, standing, logOf }: RunFacts): ToolAnswer {
  const outcome = standing === 'interrupted' ? 'interrupted' : standing === 'live' ? null : state.outcome
  const tasks = [...state.tasks.values()]
    .map((task) => ({ ...task, status: settledStatus(task.status, standing === 'live') }))
    .sort((a, b) => a.index - b.index)
  const { total, done, running, queued } = countTasks(tasks)
  const not = total - done - running - queued
  const word = outcome ?? 'going on'
  const counts = `${done} of ${total} tasks done${not > 0 ? `, ${not} not` : ''}`
  const lines = [
    `Run ${state.runId}: ${word}. ${counts}.`,
    ...tasks.map((task) => taskLine(task, logOf(task))),
    ...next(outcome, tasks, state),
  ]
  return {
    text: lines.join('\n'),
    data: {
      runId: state.runId,
      file: state.file,
      executor: state.executor,
      live: standing === 'live',
      outcome,
      reason: state.reason,
      specComplete: state.specComplete,
      tasks: tasks.map((task) => taskData(task, logOf(task))),
    },
  }
}

function taskLine(task: TaskRunState, log: string | null): string {
  const last = task.attempts.at(-1)
  const time = last?.durationMs == null ? '' : ` in ${formatElapsed(last.durationMs)}`
  const commit = task.commit === null ? '' : `, commit ${task.commit.slice(0, 9)}`
  const tick = task.tickRefused === null ? '' : ` Its box is not ticked: ${task.tickRefused}`
  const line = `- ${task.id ?? `#${task.index}`} ${task.title}: ${task.status}${time}${commit}.${tick}`
  if (task.status === 'success' || last?.reason == null) return line
  return `${line} ${last.reason}${log === null ? '' : ` Log: ${log}`}`
}

function taskData(task: TaskRunState, log: string | null): Record<string, unknown> {
  const last = task.attempts.at(-1)
  return {
    index: task.index,
    id: task.id,
    title: task.title,
    line: task.line + 1,
    status: task.status,
    attempts: task.attempts.length,
    reason: last?.reason ?? null,
    durationMs: last?.durationMs ?? null,
    ticked: task.ticked,
    commit: task.commit,
    log,
  }
}

function next(outcome: string | null, tasks: readonly TaskRunState[], state: RunState): readonly string[] {
  if (outcome === null) return ['It goes on; call status to see how it stands, or cancel to end it.']
  if (outcome === 'success')
    return [state.specComplete ? 'Every task of the spec is done.' : 'Call run again for the next group or task.']
  if (isUnfinished(state) && state.reason !== null)
    return [`${state.reason} When that is put right, call run again: it makes up what is missing.`]
  const names = tasks.filter((task) => task.status !== 'success').map((task) => `"${task.id ?? `#${task.index}`}"`)
  return [`What succeeded is kept. To try the rest again, call run with tasks [${names.join(', ')}].`]
}
