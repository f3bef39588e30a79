import type { RunStore } from './runStore'
import type { RunView } from './runView'

/**
 * Resolves with a run as it is when nobody works on it any more: ended, or interrupted. Tells every change before that.
 * When another run of the spec has taken its place meanwhile, the last that was seen of it counts.
 */
export function untilOver(
  runs: RunStore,
  begun: RunView,
  onChange: (view: RunView) => void = () => {},
): Promise<RunView> {
  return new Promise((resolve) => {
    let last = begun
    const take = (view: RunView): void => {
      if (view.file !== begun.file) return
      if (view.state.runId === begun.state.runId) {
        last = view
        onChange(view)
      }
      if (view.state.runId !== begun.state.runId || view.life !== 'live') {
        listener.dispose()
        resolve(last)
      }
    }
    const listener = runs.onDidChange(({ view }) => take(view))
    take(runs.get(begun.file) ?? begun)
  })
}
