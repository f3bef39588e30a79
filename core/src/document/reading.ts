import type { Range } from '../text/position'
import type { Census } from './census'
import type { RawTask } from './rawTask'
import type { Located, Waves } from './tasksDocument'

/** A heading before it is known which headings are phases. */
export interface RawHeading {
  readonly depth: number
  readonly text: string
  readonly line: number
  readonly range: Range
  /** It begins with a task's id, as in `### Task 1.1: …`. */
  readonly hasId: boolean
}

/** Everything read from one chunk, positions being those of the document. */
export interface Reading {
  readonly tasks: readonly RawTask[]
  readonly headings: readonly RawHeading[]
  /** Lines that are bold and tell to wait: barriers in the dialects that have them. */
  readonly waits: readonly number[]
  /** Lines that mean to be boxes with an id and are none. */
  readonly malformedBoxes: readonly Located[]
  readonly unclosedFences: readonly Located[]
  readonly waves: Waves | null
  readonly census: Census
  readonly frontmatterEnd: number
}

/** A chunk's reading, and how many lines the chunk has moved down since. */
export interface ShiftedReading {
  readonly reading: Reading
  readonly shift: number
}
