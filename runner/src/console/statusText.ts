import { isUnfinished } from '#core/run/unfinished'
import type { RunState } from '#core/run/runState'
import { settledStatus } from '#core/run/settledStatus'
import { formatElapsed } from '#core/text/elapsed'
import { newestLog, type NewestRun } from '../files/newestRun'
import type { Paint } from './paint'
import { safeLine } from './safeText'
import { shownPath } from './shownPath'
import { statusIcon, statusWord } from './statusIcon'
import { taskTitle } from './taskName'

/** The newest run for people: one task a line with its log, and what to type next. */
export function statusText(
  run: NewestRun,
  place: { readonly argument: string; readonly cwd: string; readonly now: number },
  paint: Paint,
): string {
  const { state, standing } = run
  const tasks = [...state.tasks.values()].sort((a, b) => a.index - b.index)
  const lines = [
    `${paint.strong(heading(state, standing))}  ${paint.dim(`${safeLine(state.executor)} · ${state.runId} · began ${state.startedAt}`)}`,
  ]
  for (const task of tasks) {
    const last = task.attempts.at(-1)
    const status = settledStatus(task.status, standing === 'live')
    const time =
      last === undefined
        ? ''
        : formatElapsed(last.durationMs ?? endOf(state, standing, place.now) - Date.parse(last.startedAt))
    const facts = [
      statusWord(status),
      last !== undefined && last.attempt > 1 ? `attempt ${last.attempt}` : '',
      time,
      task.commit?.slice(0, 9) ?? '',
    ]
    lines.push(
      `  ${statusIcon(status, paint)} ${taskTitle(task)}  ${paint.dim(facts.filter((fact) => fact !== '').join(' · '))}`,
    )
    if (last?.reason != null && status !== 'success') lines.push(`      ${safeLine(last.reason)}`)
    const log = newestLog(run, task.index)
    if (log !== undefined) lines.push(paint.dim(`      ${shownPath(log, place.cwd)}`))
  }
  return `${[...lines, ...warnings(state, paint), ...next(run, place.argument)].join('\n')}\n`
}

function heading(state: RunState, standing: NewestRun['standing']): string {
  if (standing === 'live') return 'Running'
  if (standing === 'interrupted') return 'Interrupted: its runner is gone'
  return state.outcome === 'success' ? 'Succeeded' : state.outcome === 'cancelled' ? 'Cancelled' : 'Failed'
}

function endOf(state: RunState, standing: NewestRun['standing'], now: number): number {
  return standing === 'live' || state.endedAt === null ? now : Date.parse(state.endedAt)
}

function warnings(state: RunState, paint: Paint): readonly string[] {
  return state.warnings.map((warning) => paint.warn(`  ! ${safeLine(warning.message)}`))
}

function next({ state, standing }: NewestRun, argument: string): readonly string[] {
  if (standing === 'live') return [`Stop it: parallel-tasks cancel ${argument}`]
  if (standing === 'interrupted') return [`Next: parallel-tasks resume ${argument}`]
  if (state.outcome === 'cancelled' || isUnfinished(state)) return [`Next: parallel-tasks resume ${argument}`]
  if (state.outcome === 'failed') return [`Next: parallel-tasks retry ${argument}`]
  return state.specComplete ? ['Every task of this spec is done.'] : [`Next: parallel-tasks run ${argument}`]
}
