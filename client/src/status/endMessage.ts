import * as l10n from '@vscode/l10n'
import { countTasks } from '#core/run/countTasks'
import type { TaskRunState } from '#core/run/runState'
import type { RunView } from '../runs/runView'

/** What can be done from the notification at the end of a run. */
export type NextStep = 'Retry Failed' | 'Run Stopped' | 'Resume' | 'Show Log' | 'Show Changes' | 'Open Tasks'

/** A notification and the buttons it has, in their order. */
export interface EndMessage {
  readonly severity: 'info' | 'warning' | 'error'
  readonly text: string
  readonly steps: readonly NextStep[]
}

/** The notification for a run that is over; `name` is its spec's. */
export function endMessage(view: RunView, name: string): EndMessage {
  const counts = countTasks(view.state.tasks.values())
  const { state } = view
  const commits = [...state.tasks.values()].filter((task) => task.commit !== null).length
  if (view.life === 'interrupted' && state.reason !== null)
    return { severity: 'error', text: `${name}: ${state.reason}`, steps: ['Resume', 'Open Tasks'] }
  if (view.life === 'interrupted')
    return {
      severity: 'warning',
      text: l10n.t('The run of {0} was interrupted with {1} of {2} tasks done.', name, counts.done, counts.total),
      steps: ['Resume', 'Open Tasks'],
    }
  if (state.outcome === 'cancelled')
    return {
      severity: 'info',
      text: l10n.t('The run of {0} was stopped with {1} of {2} tasks done.', name, counts.done, counts.total),
      steps: ['Open Tasks'],
    }
  if (state.outcome === 'failed') return failureMessage(view, name)
  const end = state.specComplete ? ` ${l10n.t('The spec is complete.')}` : ''
  const done = counts.done === 1 ? l10n.t('1 task done') : l10n.t('{0} tasks done', counts.done)
  const made = commits === 1 ? l10n.t('1 commit') : l10n.t('{0} commits', commits)
  return {
    severity: 'info',
    text: `${name}: ${commits > 0 ? `${done}, ${made}` : done}.${end}`,
    steps: commits > 0 ? ['Show Changes', 'Open Tasks'] : ['Open Tasks'],
  }
}

/** A task that the person stopped is no failure: a run that only lacks such tasks ends without alarm. */
function failureMessage({ state }: RunView, name: string): EndMessage {
  const { total, done, failed, cancelled: stopped } = countTasks(state.tasks.values())
  const tasks = [...state.tasks.values()]
  if (failed === 0 && stopped > 0) {
    const text = `${name}: ${l10n.t('{0} of {1} tasks done', done, total)}, ${l10n.t('{0} stopped', stopped)}.`
    return { severity: 'info', text, steps: ['Run Stopped', 'Open Tasks'] }
  }
  const reason = failed === 1 ? tasks.find(hasFailed)?.attempts.at(-1)?.reason : state.reason
  const why = reason ? ` (${withoutStop(reason)})` : ''
  const beside = stopped > 0 ? `, ${l10n.t('{0} stopped', stopped)}` : ''
  return {
    severity: 'error',
    text: `${name}: ${l10n.t('{0} of {1} tasks failed', failed, total)}${why}${beside}. ${l10n.t('What succeeded is kept.')}`,
    steps: ['Retry Failed', 'Show Log', 'Open Tasks'],
  }
}

function hasFailed({ status }: TaskRunState): boolean {
  return status === 'failed' || status === 'timed-out'
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}
