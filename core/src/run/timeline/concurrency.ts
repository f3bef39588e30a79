import type { Timeline } from './timeline'

/** From `at` on, `count` attempts were under way. */
export interface Step {
  readonly at: number
  readonly count: number
}

/** How many attempts were under way at each time: one step for each change, the first at 0. */
export function concurrency(line: Timeline): readonly Step[] {
  const changes = new Map<number, number>([[0, 0]])
  const add = (at: number, by: number): void => {
    changes.set(at, (changes.get(at) ?? 0) + by)
  }
  for (const { bars } of line.lanes)
    for (const { from, to } of bars) {
      add(from, 1)
      if (to !== null) add(to, -1)
    }
  let count = 0
  const steps: Step[] = []
  for (const [at, by] of [...changes].sort(([a], [b]) => a - b)) {
    count += by
    if (steps.length === 0 || by !== 0) steps.push({ at, count })
  }
  return steps
}

/** The most attempts that were under way at one time. */
export function mostAtOnce(steps: readonly Step[]): number {
  return steps.reduce((most, { count }) => Math.max(most, count), 0)
}
