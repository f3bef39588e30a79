import { detectDialect } from '../dialects/detect'
import { dialects } from '../dialects/dialects'
import { isTemplatePath } from '../dialects/pathSegments'
import { addCensus, emptyCensus, hasHeadingTasks, type Census } from './census'
import { byPosition } from './findings'
import { nestTasks } from './nesting'
import { placeReading, tasksOf, type PlacedReading, type Surrounds } from './placeReading'
import type { ShiftedReading } from './reading'
import { shiftPlaced } from './shift'
import type { Finding, TasksDocument, Waves } from './tasksDocument'

/** How a document is read: its path tells the dialect, and whether it is a template. */
export interface ParseOptions {
  readonly path?: string
  /** A template that was named outright is read as a plan. */
  readonly openedOnPurpose?: boolean
}

/** How a chunk is put into its place; a caller may remember earlier answers. */
export type PlaceReading = typeof placeReading

/** Everything of a document but its text. */
export type Assembled = Omit<TasksDocument, 'text'>

/** What the chunks of a document need to know of it as a whole. */
export type Whole = Pick<Surrounds, 'rules' | 'anyIds' | 'headingTasks'>

/** Tells the whole of a document by its counts. */
export function wholeOf(census: Census, path: string | undefined): Whole {
  const rules = dialects[detectDialect(path, census)]
  return { rules, anyIds: census.idBoxes > 0, headingTasks: hasHeadingTasks(census) }
}

/** Puts the readings of all chunks, in order, together to a document. */
export function assemble(
  chunks: readonly ShiftedReading[],
  options: ParseOptions,
  place: PlaceReading = placeReading,
): Assembled {
  const census = chunks.reduce((sum, { reading }) => addCensus(sum, reading.census), emptyCensus)
  const whole = wholeOf(census, options.path)
  const placed = placeAll(chunks, whole, place)
  const findings = placed.flatMap((chunk) => chunk.findings)
  return {
    dialect: whole.rules.name,
    template: options.openedOnPurpose !== true && isTemplatePath(options.path),
    headings: placed.flatMap((chunk) => chunk.headings),
    tasks: placed.flatMap((chunk) => chunk.tasks),
    barriers: placed.flatMap((chunk) => chunk.barriers),
    findings: whole.headingTasks ? [...findings, ...headingFinding(chunks)].sort(byPosition) : findings,
    waves: wavesOf(chunks),
    frontmatterEnd: chunks[0]?.reading.frontmatterEnd ?? -1,
  }
}

function placeAll(chunks: readonly ShiftedReading[], whole: Whole, place: PlaceReading): readonly PlacedReading[] {
  const nesting = nestTasks(chunks, whole)
  let firstTask = 0
  let firstHeading = 0
  let phase: number | null = null
  return chunks.map(({ reading, shift }) => {
    const size = nesting === undefined ? undefined : tasksOf(reading, whole).length
    const own = size === undefined ? [] : (nesting?.slice(firstTask, firstTask + size) ?? [])
    const placed = place(reading, { ...whole, shift, firstTask, firstHeading, phase }, own)
    firstTask += placed.tasks.length
    firstHeading += placed.headings.length
    phase = placed.phase
    return placed
  })
}

function headingFinding(chunks: readonly ShiftedReading[]): readonly Finding[] {
  for (const { reading, shift } of chunks) {
    const heading = reading.headings.find((each) => each.hasId)
    if (heading === undefined) continue
    return [shiftPlaced({ kind: 'heading-tasks', range: heading.range, task: null, text: heading.text }, shift)]
  }
  return []
}

function wavesOf(chunks: readonly ShiftedReading[]): Waves | null {
  const chunk = chunks.find(({ reading }) => reading.waves !== null)
  if (chunk === undefined || chunk.reading.waves === null) return null
  const { shift } = chunk
  const { waves, range } = shiftPlaced(chunk.reading.waves, shift)
  return { waves: waves.map((wave) => wave.map((id) => shiftPlaced(id, shift))), range }
}
