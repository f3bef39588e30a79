import type { TasksDocument } from '../document/tasksDocument'
import type { Plan } from '../plan/plan'
import type { Problem } from '../rules/problem'
import type { Range } from '../text/position'
import type { CommandCall } from '../wire/commands'
import type { RunSummary } from '../wire/messages'
import type { Obstacles } from './blocked'
import type { LensTexts } from './lensTexts'
import type { RunView } from './runView'

/** A line of text above a line of the document; one without a call cannot be clicked. */
export interface Lens {
  readonly range: Range
  readonly title: string
  readonly call: CommandCall | null
}

/** What lenses are drawn from. */
export interface LensSource {
  readonly uri: string
  readonly document: TasksDocument
  readonly plan: Plan
  readonly problems: readonly Problem[]
  readonly run: RunSummary | null
  /** What the lenses say; English without it. */
  readonly texts?: LensTexts
}

/** The same with the run's tasks found again, and of the problems those that are in the way of a group. */
export interface LensContext extends Omit<LensSource, 'run' | 'problems'> {
  readonly obstacles: Obstacles
  readonly run: RunView | undefined
  readonly texts: LensTexts
}
