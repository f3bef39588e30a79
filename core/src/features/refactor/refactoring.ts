import type { Problem } from '../../rules/problem'
import type { TextEdit } from '../../text/position'
import type { FixContext } from '../fixes/fix'

/** A change that nothing asks for but a person; or why it cannot be made here. */
export interface Refactoring {
  readonly title: string
  readonly kind: 'rewrite' | 'move'
  readonly edits: readonly TextEdit[]
  /** A sentence; the editor shows it and does nothing. */
  readonly refused?: string
}

/** What refactorings are made from. */
export interface RefactorContext extends FixContext {
  /** The problems that the document would have with another text. */
  readonly check: (text: string) => readonly Problem[]
}
