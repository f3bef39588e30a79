import type { Memento } from 'vscode'
import type { RunView } from '../runs/runView'

const key = 'interruptedRunsTold'
/** How many runs are remembered. */
const most = 50

/** Tells an interrupted run, and remembers it: a person who has chosen to leave it is not asked again after each reload. */
export function tellInterruptedOnce(memento: Memento, tell: (view: RunView) => void): (view: RunView) => void {
  return (view) => {
    const told = memento.get<readonly string[]>(key, [])
    const run = `${view.state.runId} ${view.state.seq}`
    if (told.includes(run)) return
    void memento.update(key, [...told, run].slice(-most))
    tell(view)
  }
}
