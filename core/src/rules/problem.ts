import type { Range } from '../text/position'

/** How grave a problem is. */
export type Severity = 'error' | 'warning' | 'info' | 'hint'

/** What a rule found: a value with a range, shown in the editor and by `lint`. */
export interface Problem {
  /** The rule's stable kebab-case code. */
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly range: Range
  /** Facts for fixes and machines, e.g. the two tasks and the path of a `file-overlap`. */
  readonly data?: Readonly<Record<string, unknown>>
  /** Other places that belong to it. */
  readonly related?: readonly { readonly range: Range; readonly message: string }[]
}
