import type { DialectRules } from '../dialects/dialect'
import { byPosition, chunkFindings, taskFindings } from './findings'
import { placeHeading } from './headings'
import { moveParts, type Parts } from './move'
import type { Nesting } from './nesting'
import { placeTask } from './placeTask'
import type { RawTask } from './rawTask'
import type { Reading } from './reading'
import type { Barrier, Finding, Heading } from './tasksDocument'

/** What a chunk gets from the document before it, and from the document as a whole. */
export interface Surrounds {
  readonly rules: DialectRules
  /** Some box of the document has an id. */
  readonly anyIds: boolean
  /** The document writes its tasks as headings, so that no box is one. */
  readonly headingTasks: boolean
  /** Lines that the chunk has moved down since it was read. */
  readonly shift: number
  readonly firstTask: number
  readonly firstHeading: number
  /** Index of the phase heading that the chunk begins under, or null. */
  readonly phase: number | null
}

/** A chunk's part of the document, positions and indexes being those of the document. */
export interface PlacedReading extends Parts {
  /** The phase that the next chunk begins under. */
  readonly phase: number | null
}

/** The boxes of a chunk that are tasks in this document. */
export function tasksOf(
  reading: Reading,
  surrounds: Pick<Surrounds, 'rules' | 'anyIds' | 'headingTasks'>,
): readonly RawTask[] {
  if (surrounds.headingTasks) return []
  return reading.tasks.filter((box) => surrounds.rules.isTask(box, surrounds.anyIds))
}

/** Puts a chunk into its place; `nesting` holds what is known of each of its tasks, in order. */
export function placeReading(reading: Reading, surrounds: Surrounds, nesting: readonly Nesting[]): PlacedReading {
  const { rules, firstTask, firstHeading } = surrounds
  const headings = reading.headings.map((heading, at) => placeHeading(heading, firstHeading + at === 0))
  const boxes = tasksOf(reading, surrounds)
  const findings: Finding[] = [...chunkFindings(reading)]
  let { phase } = surrounds
  let nextHeading = 0
  const passHeadings = (line: number): void => {
    for (
      let heading = headings[nextHeading];
      heading !== undefined && heading.line < line;
      heading = headings[nextHeading]
    ) {
      if (heading.isPhase) phase = firstHeading + nextHeading
      nextHeading++
    }
  }
  const tasks = boxes.map((box, at) => {
    passHeadings(box.line)
    findings.push(...taskFindings(box, firstTask + at, rules))
    const { parent, container } = nesting[at] ?? { parent: null, container: false }
    return placeTask(box, rules, { index: firstTask + at, phase, parent, container })
  })
  passHeadings(Number.POSITIVE_INFINITY)
  const whereRead = {
    headings,
    tasks,
    barriers: barriersOf(reading, headings, rules),
    findings: findings.sort(byPosition),
  }
  return { ...moveParts(whereRead, { lines: surrounds.shift, tasks: 0, phaseOf: (before) => before }), phase }
}

function barriersOf(reading: Reading, headings: readonly Heading[], rules: DialectRules): readonly Barrier[] {
  const barriers: Barrier[] = headings.map(({ line, isPhase }) => ({ line, kind: isPhase ? 'phase' : 'heading' }))
  if (!rules.waitLines || reading.waits.length === 0) return barriers
  const waits = reading.waits.map((line): Barrier => ({ line, kind: 'explicit' }))
  return [...barriers, ...waits].sort((a, b) => a.line - b.line)
}
