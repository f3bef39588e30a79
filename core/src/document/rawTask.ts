import type { Range } from '../text/position'
import type { Token } from './header'
import type { FileReference, Label, Located, TaskFields, TaskState } from './tasksDocument'

/** A token of a box with its place in the document. */
export interface RawToken extends Label {
  readonly round: boolean
  readonly place: Token['place']
}

/**
 * A box that may be a task, read without knowing the dialect: what depends on the dialect
 * (is it a task, does `(P)` count, whose child is it) is decided when the document is put together.
 */
export interface RawTask {
  readonly line: number
  /** Columns before its bullet, tabs counted. */
  readonly indent: number
  readonly state: TaskState
  readonly id: string | null
  readonly idRange: Range | null
  /** The id is written bold: `**T001**`. */
  readonly boldId: boolean
  readonly title: string
  readonly titleRange: Range
  readonly range: Range
  readonly checkbox: Range
  readonly tokens: readonly RawToken[]
  /** `[P]` and its kin within the title's prose: no markers. */
  readonly mentions: readonly Located[]
  /** `- [x]1.1` or a doubled box: read, but not well written; null when all is well. */
  readonly malformed: Located | null
  readonly fields: TaskFields
  /** Paths that the title names. */
  readonly titleFiles: readonly FileReference[]
}
