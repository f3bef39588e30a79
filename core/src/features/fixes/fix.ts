import type { TasksDocument } from '../../document/tasksDocument'
import type { BreakAt, Plan } from '../../plan/plan'
import type { Problem } from '../../rules/problem'
import type { TextEdit } from '../../text/position'
import type { SourceText } from './sourceText'

/** A change that a person can choose; edits all refer to the text as it is. */
export interface Fix {
  readonly title: string
  readonly edits: readonly TextEdit[]
  /** The file beside the document that the edits are for; the document itself when left out. */
  readonly file?: '.ralph-state.json'
  /** The one that is most likely meant. */
  readonly preferred?: boolean
}

/** What fixes are made from. */
export interface FixContext {
  readonly document: TasksDocument
  readonly plan: Plan
  readonly breakAt: BreakAt
  readonly source: SourceText
  /** The text of the state file; undefined when there is none. */
  readonly stateText?: string | undefined
}

/** Makes the fixes of one problem; none when the text no longer has what the problem speaks of. */
export type FixMaker = (context: FixContext, problem: Problem) => readonly Fix[]
