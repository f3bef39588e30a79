import type { Window } from './changedWindow'
import type { Problem } from './problem'

/** Problems of one task or group; undefined for none, so that a look over all of them touches nothing else. */
export type Found = readonly Problem[] | undefined

/** The items of a list, and what was found in each. */
export interface Findings<T> {
  readonly items: readonly T[]
  readonly found: readonly Found[]
}

/** How what is found in the items of a list is carried over to its next version. */
export interface Carrier<T> {
  /** The items in it are new; those outside it read as they did, maybe at another place. */
  readonly window: Window
  /** Whether two items that read the same also stand at the same place. */
  readonly isInPlace: (before: T, after: T) => boolean
  readonly check: (item: T) => Found
}

/**
 * What is found in the items of a list. Asked anew are those that are new, and those that had a problem and moved:
 * what had none, and reads the same, has none.
 */
export function carryOver<T>(
  before: Findings<T> | undefined,
  items: readonly T[],
  { window, isInPlace, check }: Carrier<T>,
): Findings<T> {
  const found = items.map((item, at): Found => {
    if (at >= window.start && at < window.end) return check(item)
    const oldAt = at < window.start ? at : at - window.end + window.oldEnd
    const [known, old] = [before?.found[oldAt], before?.items[oldAt]]
    return known === undefined || (old !== undefined && isInPlace(old, item)) ? known : check(item)
  })
  return { items, found }
}
