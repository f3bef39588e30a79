import * as l10n from '@vscode/l10n'
import type { TaskRunState } from '#core/run/runState'
import type { TaskOutline } from '#core/wire/messages'
import type { RunView } from '../runs/runView'

/** What the views show for a task: what its newest run says, else what its box says. */
export type ShownStatus =
  | TaskOutline['state']
  | 'queued'
  | 'starting'
  | 'running'
  | 'verifying'
  | 'failed'
  | 'timed-out'
  | 'cancelled'
  | 'interrupted'
  /** It succeeded, but its box could not be ticked for sure, or its runner was gone before it came to that. */
  | 'unticked'

/** The task of a run that a task of the document is; undefined when it took no part, also after an edit that leaves it unclear. */
export function runTaskFor(task: TaskOutline, view: RunView | undefined): TaskRunState | undefined {
  if (view === undefined) return undefined
  const same = (other: TaskRunState): boolean => other.id === task.id && other.title === task.title
  const there = view.state.tasks.get(task.index)
  if (there !== undefined && same(there)) return there
  const moved = [...view.state.tasks.values()].filter(same)
  return moved.length === 1 ? moved[0] : undefined
}

/** Works out what to show for a task. A box that is ticked while nothing runs is done, whatever an old run says. */
export function shownStatus(task: TaskOutline, view: RunView | undefined): ShownStatus {
  const run = runTaskFor(task, view)
  if (view === undefined || run === undefined) return task.state
  if (view.life === 'live') return run.status === 'success' ? 'done' : run.status
  if (task.state === 'done') return 'done'
  switch (run.status) {
    case 'success':
      return run.tickRefused !== null || isUnfinished(view, run) ? 'unticked' : task.state
    case 'queued':
      return task.state
    case 'starting':
    case 'running':
    case 'verifying':
      return 'interrupted'
    case 'failed':
    case 'timed-out':
    case 'cancelled':
    case 'interrupted':
      return run.status
  }
}

/** True for a success whose runner was gone before it ticked the box: resuming does that. */
function isUnfinished(view: RunView, run: TaskRunState): boolean {
  return view.life === 'interrupted' && !run.ticked
}

/** True while a process of the task runs, or is about to. */
export function isRunning(status: ShownStatus): boolean {
  return status === 'starting' || status === 'running' || status === 'verifying'
}

/** True for what the person should look at. */
export function isBad(status: ShownStatus): boolean {
  return status === 'failed' || status === 'timed-out' || status === 'interrupted' || status === 'unticked'
}

/** The status in words, for people and screen readers. */
export function statusWord(status: ShownStatus): string {
  switch (status) {
    case 'in-progress':
      return l10n.t('in progress')
    case 'timed-out':
      return l10n.t('timed out')
    case 'unticked':
      return l10n.t('done, box not ticked')
    case 'open':
      return l10n.t('open')
    case 'done':
      return l10n.t('done')
    case 'blocked':
      return l10n.t('blocked')
    case 'optional':
      return l10n.t('optional')
    case 'queued':
      return l10n.t('queued')
    case 'starting':
      return l10n.t('starting')
    case 'running':
      return l10n.t('running')
    case 'verifying':
      return l10n.t('verifying')
    case 'failed':
      return l10n.t('failed')
    case 'cancelled':
      return l10n.t('cancelled')
    case 'interrupted':
      return l10n.t('interrupted')
  }
}
