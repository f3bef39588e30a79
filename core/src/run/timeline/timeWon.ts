import type { Timeline } from './timeline'

/** What running side by side brought. All in milliseconds. */
export interface TimeWon {
  /** From the start of the run until its end, or until now. */
  readonly wall: number
  /** All attempts added up. */
  readonly attempts: number
  /** In which no attempt was under way: merges, ticks, commits, holds. One by one it would be the same. */
  readonly idle: number
  /** `attempts` and `idle`: how long the same attempts take one after the other. */
  readonly oneByOne: number
  /** `oneByOne` less `wall`; never negative. */
  readonly won: number
}

/** Works out what a run won against running its attempts one by one. `now` ends what is still under way. */
export function timeWon(line: Timeline, now: number): TimeWon {
  const spans = line.lanes
    .flatMap(({ bars }) => bars.map(({ from, to }) => ({ from, to: Math.max(from, to ?? now) })))
    .sort((a, b) => a.from - b.from)
  let busy = 0
  let until = 0
  for (const { from, to } of spans) {
    busy += Math.max(0, to - Math.max(from, until))
    until = Math.max(until, to)
  }
  const attempts = spans.reduce((sum, { from, to }) => sum + to - from, 0)
  const wall = line.endedAt ?? now
  const idle = Math.max(0, wall - busy)
  return { wall, attempts, idle, oneByOne: attempts + idle, won: Math.max(0, attempts - busy) }
}
