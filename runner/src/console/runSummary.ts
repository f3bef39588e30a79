import { join } from 'node:path'
import { countTasks } from '#core/run/countTasks'
import { isUnfinished } from '#core/run/unfinished'
import type { RunState, TaskRunState } from '#core/run/runState'
import { formatElapsed } from '#core/text/elapsed'
import type { RunResult } from '../coordinator/run'
import type { Paint } from './paint'
import { safeLine } from './safeText'
import { shownPath } from './shownPath'
import { statusIcon } from './statusIcon'
import { taskTitle } from './taskName'

/** Where the summary's paths and commands start from. */
export interface SummaryPlace {
  readonly argument: string
  readonly cwd: string
  /** Folder of the run with its logs; null when nothing ran. */
  readonly folder: string | null
}

/** The end of a run for people: what succeeded, what failed with reason and log, and the next command to type. */
export function runSummary(result: RunResult, place: SummaryPlace, paint: Paint): string {
  if (result.description !== undefined) return `${[...result.description].join('\n')}\n`
  const { state } = result
  if (state === undefined || state.tasks.size === 0) return `${[...nothing(result, place, paint)].join('\n')}\n`
  const tasks = [...state.tasks.values()].sort((a, b) => a.index - b.index)
  return `${['', head(state, paint), ...tasks.flatMap((task) => taskLines(task, place, paint)), ...next(result, state, place, paint)].join('\n')}\n`
}

function nothing(result: RunResult, place: SummaryPlace, paint: Paint): readonly string[] {
  const next = `Next: parallel-tasks run ${place.argument}`
  if (result.exitCode === 130) return ['Cancelled before anything had started.', next]
  const reason = result.state?.reason ?? null
  if (reason !== null) return [paint.bad('Nothing was started.'), safeLine(reason), next]
  if (result.specComplete) return [paint.good('Nothing to run: every task is done.'), 'ALL_TASKS_COMPLETE']
  return ['Nothing to run here: it is done already.', next]
}

function head(state: RunState, paint: Paint): string {
  const counts = countTasks(state.tasks.values())
  const done = `${counts.done} of ${counts.total} task${counts.total === 1 ? '' : 's'} done${timeTaken(state)}`
  const failed = counts.failed === 0 ? '' : `, ${paint.bad(`${counts.failed} failed`)}`
  const stopped = [
    counts.cancelled === 0 ? '' : `, ${counts.cancelled} cancelled`,
    counts.interrupted === 0 ? '' : `, ${counts.interrupted} interrupted`,
  ].join('')
  const isWhole = counts.done === counts.total
  return `${isWhole ? paint.good(done) : paint.strong(done)}${failed}${stopped}  ${paint.dim(state.runId)}`
}

/** ` in 6.4s (15.2s one by one)`: what running side by side has won is told where it is worth telling. */
function timeTaken(state: RunState): string {
  if (state.endedAt === null) return ''
  const took = Date.parse(state.endedAt) - Date.parse(state.startedAt)
  const attempts = [...state.tasks.values()].flatMap((task) => task.attempts)
  const oneByOne = attempts.reduce((sum, attempt) => sum + (attempt.durationMs ?? 0), 0)
  return ` in ${formatElapsed(took)}${oneByOne > took * 1.2 ? ` (${formatElapsed(oneByOne)} one by one)` : ''}`
}

function taskLines(task: TaskRunState, place: SummaryPlace, paint: Paint): readonly string[] {
  const last = task.attempts.at(-1)
  const time = last?.durationMs === null || last === undefined ? '' : `  ${paint.dim(formatElapsed(last.durationMs))}`
  const commit = task.commit === null ? '' : `  ${paint.dim(task.commit.slice(0, 9))}`
  const line = `  ${statusIcon(task.status, paint)} ${taskTitle(task)}${time}${commit}`
  const more: string[] = []
  if (task.status !== 'success' && last?.reason != null) more.push(`      ${safeLine(last.reason)}`)
  if (task.status !== 'success' && last !== undefined && place.folder !== null) {
    more.push(paint.dim(`      log: ${shownPath(join(place.folder, last.log), place.cwd)}`))
  }
  if (task.tickRefused !== null) more.push(paint.warn(`      not ticked: ${safeLine(task.tickRefused)}`))
  return [line, ...more]
}

function next(result: RunResult, state: RunState, place: SummaryPlace, paint: Paint): readonly string[] {
  if (state.outcome === 'success') {
    return result.specComplete
      ? [paint.good('Every task of this spec is done.')]
      : [`Next: parallel-tasks run ${place.argument}`]
  }
  const reason = state.reason === null ? [] : [safeLine(state.reason)]
  const command = state.outcome === 'cancelled' || isUnfinished(state) ? 'resume' : 'retry'
  return [...reason, `Next: parallel-tasks ${command} ${place.argument}`]
}
