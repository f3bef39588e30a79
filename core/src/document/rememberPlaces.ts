import type { PlaceReading } from './assemble'
import { moveParts } from './move'
import type { Nesting } from './nesting'
import { placeReading, type PlacedReading, type Surrounds } from './placeReading'
import type { Reading } from './reading'

interface Remembered {
  readonly surrounds: Surrounds
  readonly nesting: readonly Nesting[]
  readonly placed: PlacedReading
}

/** Puts chunks into their places as `placeReading` does; one that has been placed before only moves. */
export function rememberPlaces(): PlaceReading {
  const memory = new WeakMap<Reading, Remembered>()
  return (reading, surrounds, nesting) => {
    const last = memory.get(reading)
    const placed =
      last !== undefined && isSameReading(reading, last, surrounds) && sameNesting(last.nesting, nesting)
        ? moved(last, surrounds)
        : placeReading(reading, surrounds, nesting)
    if (placed !== last?.placed) memory.set(reading, { surrounds, nesting, placed })
    return placed
  }
}

/** Whether a chunk reads as it did: only whether its first heading is the document's decides more than where it stands. */
function isSameReading(reading: Reading, { surrounds: last }: Remembered, now: Surrounds): boolean {
  return (
    last.rules === now.rules &&
    last.anyIds === now.anyIds &&
    last.headingTasks === now.headingTasks &&
    (reading.headings.length === 0 || (last.firstHeading === 0) === (now.firstHeading === 0))
  )
}

function moved({ surrounds: last, placed }: Remembered, now: Surrounds): PlacedReading {
  const [lines, tasks, headings] = [
    now.shift - last.shift,
    now.firstTask - last.firstTask,
    now.firstHeading - last.firstHeading,
  ]
  if (lines === 0 && tasks === 0 && headings === 0 && now.phase === last.phase) return placed
  const phaseOf = (before: number | null): number | null =>
    before !== null && before >= last.firstHeading ? before + headings : now.phase
  return { ...moveParts(placed, { lines, tasks, phaseOf }), phase: phaseOf(placed.phase) }
}

function sameNesting(a: readonly Nesting[], b: readonly Nesting[]): boolean {
  return (
    a.length === b.length && a.every((one, at) => one.parent === b[at]?.parent && one.container === b[at]?.container)
  )
}
