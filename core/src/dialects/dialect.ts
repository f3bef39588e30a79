import type { RawTask } from '../document/rawTask'
import type { Dialect } from '../document/tasksDocument'

/** What tells one format of tasks.md from another once its boxes are read. */
export interface DialectRules {
  readonly name: Dialect
  /** Whether a box of this document is a task; `anyIds` tells whether any box of it has an id. */
  isTask(box: RawTask, anyIds: boolean): boolean
  /** The parallel marker in round brackets, `(P)`, counts. */
  readonly roundMarker: boolean
  /** `[P]` is this format's marker, so that `(P)` is a slip. */
  readonly squareMarker: boolean
  /** How boxes become containers of others: by indentation, by number too (`1.` of `1.1`), or not at all. */
  readonly containers: 'none' | 'nested' | 'nested-or-numbered'
  /** Tasks name their paths in the title. */
  readonly pathsInTitle: boolean
  /** Bold lines such as `**⟶ Wait …**` end a group. */
  readonly waitLines: boolean
  /** A task belongs in the first column; one that does not is reported. */
  readonly flat: boolean
}

/** Boxes with an id; where no box has one, all outermost boxes. */
export function idsOrOutermost(box: RawTask, anyIds: boolean): boolean {
  return box.id !== null || (!anyIds && box.indent <= 1)
}
