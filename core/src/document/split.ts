/** A list taken apart at the place of an edit. */
export interface Split<T> {
  readonly above: readonly T[]
  readonly inside: readonly T[]
  readonly below: readonly T[]
  /** The list with others in place of those inside and below; the very same list when that changes nothing. */
  readonly join: (inside: readonly T[], below: readonly T[]) => readonly T[]
}

/** Takes a list that is ordered by lines apart at the lines `from` up to, not including, `to`. */
export function splitAt<T>(
  list: readonly T[],
  { from, to }: { readonly from: number; readonly to: number },
  lineOf: (entry: T) => number,
): Split<T> {
  const start = lowerBound(list, from, lineOf)
  const end = lowerBound(list, to, lineOf)
  const above = list.slice(0, start)
  const below = list.slice(end)
  return {
    above,
    inside: list.slice(start, end),
    below,
    join: (fresh, moved) =>
      start === end && fresh.length === 0 && moved === below ? list : above.concat(fresh, moved),
  }
}

function lowerBound<T>(list: readonly T[], line: number, lineOf: (entry: T) => number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = list[middle]
    if (entry !== undefined && lineOf(entry) < line) low = middle + 1
    else high = middle
  }
  return low
}
