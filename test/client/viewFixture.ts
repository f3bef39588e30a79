import type { EventBody } from '#core/run/event'
import type { RunLife, RunView } from '../../client/src/runs/runView'
import { place, stateAfter } from './journalFixture'

/** A run after these events, as the views get it. */
export function viewAfter(life: RunLife, ...bodies: readonly EventBody[]): RunView {
  return {
    file: place.file,
    folder: `/w/specs/demo/.parallel-tasks/runs/${place.runId}`,
    state: stateAfter(...bodies),
    life,
  }
}
