import type { Task, TasksDocument } from '../document/tasksDocument'
import type { RalphState } from '../generated/state'
import type { Group, Plan } from '../plan/plan'
import type { Settings } from '../settings/settings'
import type { TaskIds } from './idCounts'
import type { Problem, Severity } from './problem'

/** What the `.ralph-state.json` beside a tasks document holds, as its reader at the edge judged it. */
export type StateReading =
  | { readonly kind: 'valid'; readonly state: RalphState }
  /** `reason` is the end of a sentence: "is not JSON: …", "has a taskIndex that must be integer". */
  | { readonly kind: 'invalid'; readonly reason: string }

/** Everything a check needs beside the document. What is left out is unknown, and rules about it stay silent. */
export interface CheckContext {
  readonly plan: Plan
  readonly settings: Pick<Settings, 'rules' | 'groups'>
  /** False where the file system takes `A.ts` and `a.ts` for one file. Default true. */
  readonly caseSensitive?: boolean
  /** The state file; undefined when there is none. */
  readonly state?: StateReading | undefined
  /** True for an id that requirements.md defines; undefined when there is no such file, or none with ids. */
  readonly definesRequirement?: ((id: string) => boolean) | undefined
  /** True for a path of the text that leaves the workspace through a symbolic link. */
  readonly resolvesOutside?: ((path: string) => boolean) | undefined
}

/** What a rule gets beside what it is asked about. */
export interface RuleContext extends CheckContext {
  readonly document: TasksDocument
  readonly ids: TaskIds
}

/** What a rule hands back: a problem without its code, and with a severity only where it differs from the rule's. */
export type Report = Omit<Problem, 'code' | 'severity'> & { readonly severity?: Severity }

/** A group of the plan with its tasks instead of their indices; of one task where it is not parallel. */
export interface GroupTasks {
  readonly group: Group
  readonly tasks: readonly Task[]
}

/** Two versions of a document of one dialect, and the tasks that the later one has in place of others. */
export interface Change {
  readonly before: TasksDocument
  readonly after: TasksDocument
  readonly replaced: readonly Task[]
  readonly fresh: readonly Task[]
  /** Index of the first of either. */
  readonly start: number
}

/** What the page of rules says of a rule. */
export interface RuleText {
  /** Stable, kebab-case; the name of its file and of its fixtures' folder. */
  readonly code: string
  readonly severity: Severity
  /** One line: what it finds. */
  readonly summary: string
  /** Why that matters and what to do about it, in a few sentences. */
  readonly reason: string
  /** What the quick fix does, one phrase each; empty when there is none. */
  readonly fixes: readonly string[]
}

/**
 * One rule. Its `check` finds every place that breaks it, in any order, in as small a scope as it can do with, so that
 * it need not be asked again while what it looks at stays the same:
 * - `task`: one task, and the document's dialect;
 * - `group`: the tasks of one group of the plan, and the document's dialect;
 * - `structure`: the plan, the headings, and of the tasks their ids, lines, phases, markers and dependencies;
 * - `document`: anything; asked at every keystroke, so it must not look at every task.
 */
export type Rule = RuleText &
  (
    | { readonly scope: 'task'; readonly check: (task: Task, context: RuleContext) => Iterable<Report> }
    | { readonly scope: 'group'; readonly check: (group: GroupTasks, context: RuleContext) => Iterable<Report> }
    | {
        readonly scope: 'structure'
        readonly check: (context: RuleContext) => Iterable<Report>
        /**
         * Asked after an edit when the rule found nothing before it, so that it need not go over the document again:
         * true when what is new is enough to see that there is still nothing. Left out, or false: not to be seen so easily.
         */
        readonly stillNone?: (change: Change) => boolean
      }
    | { readonly scope: 'document'; readonly check: (context: RuleContext) => Iterable<Report> }
  )
