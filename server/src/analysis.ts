import type { TasksDocument } from '#core/document/tasksDocument'
import { planGroups } from '#core/plan/groups'
import type { Plan } from '#core/plan/plan'
import type { References } from '#core/references/references'
import { checkDocument } from '#core/rules/check'
import type { Checker } from '#core/rules/checker'
import type { Problem } from '#core/rules/problem'
import type { CheckContext, StateReading } from '#core/rules/rule'
import type { Settings } from '#core/settings/settings'
import type { PlanKeeper } from './planKeeper'
import type { SpecSource } from './specSource'

/** What stands around a tasks document, as it was last read from disk. */
export interface Surroundings extends References {
  readonly state: StateReading | undefined
  readonly stateText: string | undefined
  /** The folder that the paths of the document start from; undefined for a document of no file. */
  readonly root: string | undefined
  readonly resolvesOutside: ((path: string) => boolean) | undefined
}

/** All that the features need to know of one tasks document. */
export interface Analysis {
  readonly document: TasksDocument
  readonly plan: Plan
  readonly problems: readonly Problem[]
  /** What stood around the document. */
  readonly surroundings: Surroundings
  /** The problems that the same document would have with another text. */
  readonly check: (text: string) => readonly Problem[]
}

/** What an analysis is made from. */
export interface AnalysisInput {
  readonly source: SpecSource
  readonly settings: Settings
  readonly surroundings: Surroundings
  readonly caseSensitive: boolean
  /** Remembers what it found in the version before. */
  readonly checker: Checker
  readonly planOf: PlanKeeper
}

/** Plans and checks a document. Never throws. */
export function analyse({ source, settings, surroundings, caseSensitive, checker, planOf }: AnalysisInput): Analysis {
  const contextOf = (plan: Plan): CheckContext => ({
    plan,
    settings,
    caseSensitive,
    state: surroundings.state,
    definesRequirement: surroundings.requirements?.all.length ? surroundings.requirements.defines : undefined,
    resolvesOutside: surroundings.resolvesOutside,
  })
  const document = source.document()
  const { breakAt } = settings.groups
  const plan = planOf(document, breakAt)
  return {
    document,
    plan,
    problems: checker(document, contextOf(plan)),
    surroundings,
    check: (text) => {
      const other = source.reparse(text)
      return checkDocument(other, contextOf(planGroups(other, breakAt)))
    },
  }
}
