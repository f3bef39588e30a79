import type { RunState } from '#core/run/runState'

/**
 * How a run is: `live` while its runner works, `ended` when the journal says so,
 * `interrupted` when it is over and its last batch is not finished: the runner died, or something outside stopped it.
 */
export type RunLife = 'live' | 'ended' | 'interrupted'

/** The newest run of a spec, as every view shows it. */
export interface RunView {
  /** Absolute path of the tasks document. */
  readonly file: string
  /** Folder with the journal and the logs. */
  readonly folder: string
  readonly state: RunState
  readonly life: RunLife
}

/** A change of a spec's newest run; `before` is undefined for a run that was not known. */
export interface RunChange {
  readonly view: RunView
  readonly before: RunView | undefined
}

/** What a run came to; null while it is live. */
export function outcomeOf(view: RunView): 'success' | 'failed' | 'cancelled' | 'interrupted' | null {
  return view.life === 'interrupted' ? 'interrupted' : view.life === 'live' ? null : view.state.outcome
}

/** True when this change is the end of the run: it was live before and is not any more. */
export function hasJustEnded(change: RunChange): boolean {
  return (
    change.before?.life === 'live' &&
    change.before.state.runId === change.view.state.runId &&
    change.view.life !== 'live'
  )
}
