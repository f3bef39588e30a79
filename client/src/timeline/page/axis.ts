/** A time axis: how long it is, and where its marks stand; in milliseconds. */
export interface Axis {
  readonly span: number
  readonly ticks: readonly number[]
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
// prettier-ignore
const steps = [
  100, 200, 500, second, 2 * second, 5 * second, 10 * second, 15 * second, 30 * second,
  minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute,
  hour, 2 * hour, 6 * hour, 12 * hour, 24 * hour,
]

/**
 * Works out an axis for so long a time with about so many marks. One that grows reaches to its next mark, so that its
 * scale changes seldom; one that is over ends a little behind its last event.
 */
export function axisFor(length: number, wanted: number, grows: boolean): Axis {
  const least = Math.max(length, second) / Math.max(1, wanted)
  const step = steps.find((candidate) => candidate >= least) ?? Math.ceil(least / hour) * hour
  const span = grows ? (Math.floor(Math.max(length, second) / step) + 1) * step : Math.max(length, second) * 1.04
  const count = Math.floor(span / step) + 1
  const ticks = Array.from({ length: count }, (_, at) => at * step)
  // A mark at the very end has no room for its label.
  return { span, ticks: ticks.filter((tick) => tick <= span * 0.97 || tick === 0) }
}
