import { countTasks } from '#core/run/fold'
import type { RunView } from '../runs/runView'

/** What can be done from the notification at the end of a run. */
export type NextStep = 'Retry Failed' | 'Resume' | 'Show Log' | 'Show Changes' | 'Open Tasks'

export interface EndMessage {
  readonly severity: 'info' | 'warning' | 'error'
  readonly text: string
  readonly steps: readonly NextStep[]
}

/** The notification for a run that is over; `name` is its spec's. */
export function endMessage(view: RunView, name: string): EndMessage {
  const counts = countTasks(view.state)
  const { state } = view
  const commits = [...state.tasks.values()].filter((task) => task.commit !== null).length
  if (view.life === 'interrupted')
    return {
      severity: 'warning',
      text: `The run of ${name} was interrupted with ${counts.done} of ${counts.total} tasks done.`,
      steps: ['Resume', 'Open Tasks'],
    }
  if (state.outcome === 'cancelled')
    return {
      severity: 'info',
      text: `The run of ${name} was stopped with ${counts.done} of ${counts.total} tasks done.`,
      steps: ['Open Tasks'],
    }
  if (state.outcome === 'failed') {
    const failed = [...state.tasks.values()].find((task) => task.status === 'failed' || task.status === 'timed-out')
    const reason = counts.failed === 1 ? failed?.attempts.at(-1)?.reason : state.reason
    const text = `${name}: ${counts.failed} of ${counts.total} tasks failed${reason ? ` (${withoutStop(reason)})` : ''}. What succeeded is kept.`
    return { severity: 'error', text, steps: ['Retry Failed', 'Show Log', 'Open Tasks'] }
  }
  const end = state.specComplete ? ' The spec is complete.' : ''
  const made = commits > 0 ? `, ${commits} ${commits === 1 ? 'commit' : 'commits'}` : ''
  return {
    severity: 'info',
    text: `${name}: ${counts.done === 1 ? '1 task' : `${counts.done} tasks`} done${made}.${end}`,
    steps: commits > 0 ? ['Show Changes', 'Open Tasks'] : ['Open Tasks'],
  }
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}
