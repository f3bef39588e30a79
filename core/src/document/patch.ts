import type { Assembled, PlaceReading, Whole } from './assemble'
import { moveParts, type Parts } from './move'
import type { Nesting } from './nesting'
import { linesOf, type Piece, type PieceChange } from './pieces'
import { tasksOf, type PlacedReading } from './placeReading'
import { splitAt, type Split } from './split'
import type { Heading, Task } from './tasksDocument'

/**
 * The document after a change of some pieces: what stands above them stays, they are placed anew, what stands below
 * them moves. Undefined when the change reaches further than that, so that the document must be put together anew.
 */
export function patchDocument(
  before: Assembled,
  change: PieceChange,
  whole: Whole,
  place: PlaceReading,
): Assembled | undefined {
  const { firstLine, removed, added, isEnd } = change
  const [oldLines, newLines] = [linesOf(removed), linesOf(added)]
  const lines = newLines - oldLines
  if (whole.headingTasks || reachesFar(removed) || reachesFar(added)) return undefined
  if (lines !== 0 && before.waves !== null) return undefined
  const span = { from: firstLine, to: isEnd ? Number.POSITIVE_INFINITY : firstLine + oldLines }
  const tasks = splitAt(before.tasks, span, (task) => task.line)
  const headings = splitAt(before.headings, span, (heading) => heading.line)
  const nesting = nestingOf(tasks.inside, change, whole)
  if (nesting === undefined) return undefined
  const placed = placeAdded(change, whole, place, { tasks, headings, nesting })
  const fresh = joined(placed)
  // The first heading of a document may be its title: another first heading is another kind of heading.
  const isFirst = (inside: readonly Heading[]): boolean => headings.above.length === 0 && inside.length === 0
  if (isFirst(headings.inside) !== isFirst(fresh.headings)) return undefined

  const barriers = splitAt(before.barriers, span, (barrier) => barrier.line)
  const findings = splitAt(before.findings, span, (finding) => finding.range.start.line)
  const firstBelow = headings.above.length + headings.inside.length
  const by = fresh.headings.length - headings.inside.length
  const lastPhase = placed.at(-1)?.phase ?? phaseOf(headings.above)
  const below = moveParts(
    { tasks: tasks.below, headings: headings.below, barriers: barriers.below, findings: findings.below },
    {
      lines,
      tasks: fresh.tasks.length - tasks.inside.length,
      phaseOf: (phase) => (phase !== null && phase >= firstBelow ? phase + by : lastPhase),
    },
  )
  return {
    ...before,
    tasks: tasks.join(fresh.tasks, below.tasks),
    headings: headings.join(fresh.headings, below.headings),
    barriers: barriers.join(fresh.barriers, below.barriers),
    findings: findings.join(fresh.findings, below.findings),
    frontmatterEnd: firstLine === 0 ? (added[0]?.reading.frontmatterEnd ?? -1) : before.frontmatterEnd,
  }
}

function reachesFar(pieces: readonly Piece[]): boolean {
  return pieces.some(({ reading }) => reading.waves !== null)
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

function placeAdded(
  { firstLine, added }: PieceChange,
  whole: Whole,
  place: PlaceReading,
  before: { readonly tasks: Split<Task>; readonly headings: Split<Heading>; readonly nesting: readonly Nesting[] },
): readonly PlacedReading[] {
  let line = firstLine
  let firstTask = before.tasks.above.length
  let firstHeading = before.headings.above.length
  let phase = phaseOf(before.headings.above)
  return added.map(({ chunk, reading }) => {
    const shift = line - chunk.lines.firstLine
    const from = firstTask - before.tasks.above.length
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

function joined(placed: readonly PlacedReading[]): Parts {
  return {
    tasks: placed.flatMap((piece) => piece.tasks),
    headings: placed.flatMap((piece) => piece.headings),
    barriers: placed.flatMap((piece) => piece.barriers),
    findings: placed.flatMap((piece) => piece.findings),
  }
}

/** The index of the last phase among the first headings of a document, or null. */
function phaseOf(headings: readonly Heading[]): number | null {
  const last = headings.findLastIndex((heading) => heading.isPhase)
  return last < 0 ? null : last
}
