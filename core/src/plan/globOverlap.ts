/**
 * Whether two patterns, given as path segments, can name the same file. `**` stands for any folders; a pattern
 * that ends with a plain name without an extension may be a folder and then holds everything below it.
 */
export function segmentsOverlap(a: readonly string[], b: readonly string[]): boolean {
  const seen = new Set<number>()
  const meets = (i: number, j: number): boolean => {
    const key = i * (b.length + 1) + j
    if (seen.has(key)) return false
    seen.add(key)
    if (i === a.length || j === b.length) {
      return (i === a.length && (rest(b, j) || holdsBelow(a))) || (j === b.length && (rest(a, i) || holdsBelow(b)))
    }
    const left = a[i] ?? ''
    const right = b[j] ?? ''
    if (left === '**') return meets(i + 1, j) || meets(i, j + 1)
    if (right === '**') return meets(i, j + 1) || meets(i + 1, j)
    return namesOverlap(left, right) && meets(i + 1, j + 1)
  }
  return meets(0, 0)
}

/** Nothing is left but `**`, which also stands for no folder at all. */
function rest(segments: readonly string[], from: number): boolean {
  return segments.slice(from).every((segment) => segment === '**')
}

function holdsBelow(segments: readonly string[]): boolean {
  const last = segments.at(-1)
  return last === undefined || last === '**' || !(isRoute(last) ? /\.\w+$/ : /[*?[]|[^.]\.\w+$/).test(last)
}

/** `[id]`, `[...slug].tsx`: names of web frameworks for a part of an address, no set of characters as `[a-z]` is one. */
function isRoute(name: string): boolean {
  return /^\[{1,2}[^[\]!^]+\]{1,2}(?:\.\w+)*$/.test(name) && !/^\[(?:\w-\w)+\]/.test(name)
}

/** Whether two names with `*`, `?` and `[…]` can be the same; a set in brackets counts as any one character. */
function namesOverlap(a: string, b: string): boolean {
  if (a === b) return true
  const left = atoms(a)
  const right = atoms(b)
  let row = new Set([0])
  spreadStars(row, right)
  for (const atom of left) {
    const next = new Set<number>()
    for (const at of atom === '*' ? everyFrom(row, right.length) : row) {
      if (atom === '*') next.add(at)
      else step(at, atom, right, next)
    }
    spreadStars(next, right)
    row = next
  }
  return row.has(right.length)
}

function step(at: number, atom: string, right: readonly string[], into: Set<number>): void {
  const other = right[at]
  if (other === undefined) return
  if (other === '*') into.add(at)
  else if (other === atom || other === '?' || atom === '?') into.add(at + 1)
}

function everyFrom(row: ReadonlySet<number>, end: number): readonly number[] {
  const least = Math.min(...row, end + 1)
  return Array.from({ length: Math.max(0, end - least + 1) }, (_, index) => least + index)
}

/** A star may stand for nothing, so the place behind it is reached along with the place before it. */
function spreadStars(row: Set<number>, right: readonly string[]): void {
  for (const at of row) if (right[at] === '*') row.add(at + 1)
}

function atoms(name: string): readonly string[] {
  if (isRoute(name)) return Array.from(name)
  return (name.match(/\[[^\]]+\]|\*+|[^]/gu) ?? []).map((atom) => {
    if (atom.startsWith('*')) return '*'
    return atom.length > 1 && atom.startsWith('[') ? '?' : atom
  })
}
