import * as l10n from '@vscode/l10n'
import type { TaskOutline } from '#core/wire/messages'
import type { RunView } from '../runs/runView'
import { isBad, isRunning, shownStatus } from '../specs/taskStatus'

/** How many tasks of a part of a spec are what. Containers do not count. */
export interface Tally {
  readonly total: number
  readonly done: number
  readonly running: number
  readonly queued: number
  readonly failed: number
  /** Broken off when their runner went, or done and not ticked for that reason: resuming sees to them. */
  readonly interrupted: number
  /** Tasks a run would carry out. */
  readonly open: number
}

/** Counts tasks by what the views show for them. */
export function tally(tasks: readonly TaskOutline[], view: RunView | undefined): Tally {
  const counts = { total: 0, done: 0, running: 0, queued: 0, failed: 0, interrupted: 0, open: 0 }
  for (const task of tasks) {
    if (task.container) continue
    const status = shownStatus(task, view)
    counts.total++
    if (status === 'done') counts.done++
    else if (task.state === 'open' || task.state === 'in-progress') counts.open++
    if (isRunning(status)) counts.running++
    if (status === 'queued') counts.queued++
    if (status === 'interrupted' || (status === 'unticked' && view?.life === 'interrupted')) counts.interrupted++
    else if (isBad(status)) counts.failed++
  }
  return counts
}

/** The counts in words: `2/5 · 1 running · 1 failed`; the parts that are 0 are left out. */
export function tallyText(counts: Tally): string {
  return [`${counts.done}/${counts.total}`, ...extras(counts)].join(' · ')
}

/** The counts for a screen reader: `2 of 5 done, 1 running`. */
export function tallySpoken(counts: Tally): string {
  return [l10n.t('{0} of {1} done', counts.done, counts.total), ...extras(counts)].join(', ')
}

function extras(counts: Tally): readonly string[] {
  return [
    ...(counts.running > 0 ? [l10n.t('{0} running', counts.running)] : []),
    ...(counts.queued > 0 ? [l10n.t('{0} queued', counts.queued)] : []),
    ...(counts.failed > 0 ? [l10n.t('{0} failed', counts.failed)] : []),
    ...(counts.interrupted > 0 ? [l10n.t('{0} interrupted', counts.interrupted)] : []),
  ]
}
