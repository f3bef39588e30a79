import type { Assembled, PlaceReading, Whole } from './assemble'
import type { Nesting } from './nesting'
import { linesOf, type Piece, type PieceChange } from './pieces'
import { tasksOf, type PlacedReading } from './placeReading'
import type { Heading, Task } from './tasksDocument'

/**
 * The document after a change that leaves the rest of it where it was: as many lines, tasks and headings as
 * before, and nothing that reaches beyond the changed pieces. Undefined when the change is not of that kind.
 * The cost is that of the changed pieces, and of copying a few lists.
 */
export function patchDocument(
  before: Assembled,
  change: PieceChange,
  whole: Whole,
  place: PlaceReading,
): Assembled | undefined {
  const { firstLine, removed, added } = change
  const lines = linesOf(removed)
  if (lines !== linesOf(added) || whole.headingTasks || reachesFar(removed) || reachesFar(added)) return undefined
  const endLine = firstLine + lines
  const tasks = spanOf(before.tasks, firstLine, endLine, (task) => task.line)
  const headings = spanOf(before.headings, firstLine, endLine, (heading) => heading.line)
  const nesting = nestingOf(tasks.inside, change, whole)
  if (nesting === undefined) return undefined
  const placed = placeAdded(change, whole, place, { tasks, headings, all: before.headings, nesting })
  const newTasks = placed.flatMap((piece) => piece.tasks)
  const newHeadings = placed.flatMap((piece) => piece.headings)
  if (newTasks.length !== tasks.inside.length || !samePhases(headings.inside, newHeadings)) return undefined
  const barriers = spanOf(before.barriers, firstLine, endLine, (barrier) => barrier.line)
  const findings = spanOf(before.findings, firstLine, endLine, (finding) => finding.range.start.line)
  return {
    ...before,
    tasks: tasks.replace(newTasks),
    headings: headings.replace(newHeadings),
    barriers: barriers.replace(placed.flatMap((piece) => piece.barriers)),
    findings: findings.replace(placed.flatMap((piece) => piece.findings)),
    frontmatterEnd: firstLine === 0 ? (added[0]?.reading.frontmatterEnd ?? -1) : before.frontmatterEnd,
  }
}

function reachesFar(pieces: readonly Piece[]): boolean {
  return pieces.some(({ reading }) => reading.waves !== null)
}

interface Span<T> {
  readonly start: number
  readonly inside: readonly T[]
  replace(fresh: readonly T[]): readonly T[]
}

/** The part of a list, ordered by lines, that lies on the lines `from` up to, not including, `to`. */
function spanOf<T>(list: readonly T[], from: number, to: number, lineOf: (entry: T) => number): Span<T> {
  const start = lowerBound(list, from, lineOf)
  const end = lowerBound(list, to, lineOf)
  return {
    start,
    inside: list.slice(start, end),
    replace: (fresh) => (start === end && fresh.length === 0 ? list : list.toSpliced(start, end - start, ...fresh)),
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

/** What is known of the nesting of the tasks: it is as before when their ids, depths and headings are. */
function nestingOf(old: readonly Task[], change: PieceChange, whole: Whole): readonly Nesting[] | undefined {
  if (whole.rules.containers === 'none') return []
  if (shapeOf(change.removed, whole) !== shapeOf(change.added, whole)) return undefined
  return old.map(({ parent, container }) => ({ parent, container }))
}

function shapeOf(pieces: readonly Piece[], whole: Whole): string {
  return pieces
    .map(({ reading }) => {
      const tasks = tasksOf(reading, whole).map((box) => ({ line: box.line, shape: `${box.indent} ${box.id}` }))
      const headings = reading.headings.map(({ line }) => ({ line, shape: '#' }))
      const all = [...tasks, ...headings].sort((a, b) => a.line - b.line)
      return all.map(({ shape }) => `${shape}\n`).join('')
    })
    .join('')
}

function samePhases(old: readonly Heading[], fresh: readonly Heading[]): boolean {
  return old.length === fresh.length && old.every((heading, at) => heading.isPhase === fresh[at]?.isPhase)
}

function placeAdded(
  { firstLine, added }: PieceChange,
  whole: Whole,
  place: PlaceReading,
  before: {
    readonly tasks: Span<Task>
    readonly headings: Span<Heading>
    readonly all: readonly Heading[]
    readonly nesting: readonly Nesting[]
  },
): readonly PlacedReading[] {
  let line = firstLine
  let firstTask = before.tasks.start
  let firstHeading = before.headings.start
  let phase = phaseBefore(before.all, firstHeading)
  return added.map(({ chunk, reading }) => {
    const shift = line - chunk.lines.firstLine
    const from = firstTask - before.tasks.start
    const own =
      whole.rules.containers === 'none' ? [] : before.nesting.slice(from, from + tasksOf(reading, whole).length)
    const placed = place(reading, { ...whole, shift, firstTask, firstHeading, phase }, own)
    line += chunk.lines.starts.length - 1
    firstTask += placed.tasks.length
    firstHeading += placed.headings.length
    phase = placed.phase
    return placed
  })
}

function phaseBefore(headings: readonly Heading[], index: number): number | null {
  const phase = headings.slice(0, index).findLastIndex((heading) => heading.isPhase)
  return phase < 0 ? null : phase
}
