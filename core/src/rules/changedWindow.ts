/** The stretch outside which two versions of a list are alike; the ends are excluded. */
export interface Window {
  readonly start: number
  /** Where it ends in the version after. */
  readonly end: number
  /** Where it ends in the version before. */
  readonly oldEnd: number
}

/** Finds that stretch: all but what the lists have in common from their starts and from their ends. */
export function changedWindow<T>(
  before: readonly T[],
  after: readonly T[],
  alike: (one: T, other: T) => boolean = Object.is,
): Window {
  const isAlike = (oldAt: number, at: number): boolean => {
    const [one, other] = [before[oldAt], after[at]]
    return one !== undefined && other !== undefined && alike(one, other)
  }
  let start = 0
  while (start < after.length && isAlike(start, start)) start++
  let end = after.length
  let oldEnd = before.length
  while (end > start && oldEnd > start && isAlike(oldEnd - 1, end - 1)) {
    end--
    oldEnd--
  }
  return { start, end, oldEnd }
}
