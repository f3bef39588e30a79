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
  const counts = `${done} of ${total} tasks done`
  if (failed > 0)
    return {
      text: `$(error) ${failed} failed`,
      tooltip: `${failed} failed, ${counts}`,
      accessible: `Parallel Tasks: ${failed} failed, ${counts}`,
    }
  return {
    text: `$(checklist) ${done}/${total}`,
    tooltip: `Parallel Tasks: ${counts}`,
    accessible: `Parallel Tasks: ${counts}`,
  }
}

function liveText(views: readonly RunView[]): StatusText {
  const counts = views.map((view) => countTasks(view.state))
  const sum = (key: keyof RunCounts): number => counts.reduce((total, one) => total + one[key], 0)
  const also = (['failed', 'cancelled', 'interrupted'] as const)
    .filter((key) => sum(key) > 0)
    .map((key) => `, ${sum(key)} ${key}`)
  const words = `${sum('done')} of ${sum('total')} done, ${sum('running')} running${also.join('')}`
  const held = views.find((view) => view.state.held !== null)?.state.held
  return {
    text: `$(sync~spin) ${sum('done')}/${sum('total')} Parallel Tasks`,
    tooltip: held ? `${words}\nNew tasks wait: ${held.reason}` : words,
    accessible: `Parallel Tasks: ${words}`,
  }
}

/** Stays until the run is resumed or another one is begun: the notification goes away by itself. */
function interruptedText(view: RunView, count: number): StatusText {
  const { done, total } = countTasks(view.state)
  const words = `the run of ${nameOf(view)} was interrupted with ${done} of ${total} tasks done`
  return {
    text: count === 1 ? '$(debug-disconnect) Resume run' : `$(debug-disconnect) ${count} runs interrupted`,
    tooltip: `Parallel Tasks: ${words}. Click to ${count === 1 ? 'resume it' : 'see the tasks'}.`,
    accessible: `Parallel Tasks: ${words}`,
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
