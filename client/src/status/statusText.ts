import * as l10n from '@vscode/l10n'
import type { SpecOutline } from '#core/wire/messages'
import { countTasks, type RunCounts } from '#core/run/countTasks'
import type { RunView } from '../runs/runView'

/** What the status bar item shows. */
export interface StatusText {
  readonly text: string
  readonly tooltip: string
  /** For screen readers. */
  readonly accessible: string
  /** The run that a click resumes, by its tasks document; a click opens the tasks without. */
  readonly resumes?: string
}

/** Works out the status bar item; undefined when there is no spec to speak of. Live runs come first, then interrupted ones, then failures. */
export function statusText(specs: readonly SpecOutline[], views: readonly RunView[]): StatusText | undefined {
  const live = views.filter((view) => view.life === 'live')
  if (live.length > 0) return liveText(live)
  const interrupted = views.filter((view) => view.life === 'interrupted')
  if (interrupted[0] !== undefined) return interruptedText(interrupted[0], interrupted.length)
  if (specs.length === 0) return undefined
  const failed = views.reduce((sum, view) => sum + stillFailed(view), 0)
  const done = specs.reduce((sum, spec) => sum + spec.done, 0)
  const total = specs.reduce((sum, spec) => sum + spec.total, 0)
  const counts = l10n.t('{0} of {1} tasks done', done, total)
  if (failed > 0) {
    const words = l10n.t('{0} failed', failed)
    return {
      text: `$(error) ${words}`,
      tooltip: `${words}, ${counts}`,
      accessible: `Parallel Tasks: ${words}, ${counts}`,
    }
  }
  return {
    text: `$(checklist) ${done}/${total}`,
    tooltip: `Parallel Tasks: ${counts}`,
    accessible: `Parallel Tasks: ${counts}`,
  }
}

function liveText(views: readonly RunView[]): StatusText {
  const counts = views.map((view) => countTasks(view.state.tasks.values()))
  const sum = (key: keyof RunCounts): number => counts.reduce((total, one) => total + one[key], 0)
  const words = [
    l10n.t('{0} of {1} done', sum('done'), sum('total')),
    l10n.t('{0} running', sum('running')),
    ...(sum('failed') > 0 ? [l10n.t('{0} failed', sum('failed'))] : []),
    ...(sum('cancelled') > 0 ? [l10n.t('{0} cancelled', sum('cancelled'))] : []),
    ...(sum('interrupted') > 0 ? [l10n.t('{0} interrupted', sum('interrupted'))] : []),
  ].join(', ')
  const held = views.find((view) => view.state.held !== null)?.state.held
  return {
    text: `$(sync~spin) ${sum('done')}/${sum('total')} Parallel Tasks`,
    tooltip: held ? `${words}\n${l10n.t('New tasks wait: {0}', held.reason)}` : words,
    accessible: `Parallel Tasks: ${words}`,
  }
}

/** Stays until the run is resumed or another one is begun: the notification goes away by itself. */
function interruptedText(view: RunView, count: number): StatusText {
  const { done, total } = countTasks(view.state.tasks.values())
  const words = l10n.t(
    'Parallel Tasks: the run of {0} was interrupted with {1} of {2} tasks done',
    nameOf(view),
    done,
    total,
  )
  return {
    text: `$(debug-disconnect) ${count === 1 ? l10n.t('Resume run') : l10n.t('{0} runs interrupted', count)}`,
    tooltip: `${words}. ${count === 1 ? l10n.t('Click to resume it.') : l10n.t('Click to see the tasks.')}`,
    accessible: words,
    ...(count === 1 ? { resumes: view.file } : {}),
  }
}

/** The name of a run's spec: that of its folder. */
function nameOf({ file }: RunView): string {
  return file.split(/[\\/]/).at(-2) ?? file
}

/** Tasks that failed in an ended run and have not been ticked since. */
function stillFailed(view: RunView): number {
  if (view.state.outcome !== 'failed') return 0
  return [...view.state.tasks.values()].filter((task) => task.status === 'failed' || task.status === 'timed-out').length
}
