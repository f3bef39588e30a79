import type { Task, TasksDocument } from '../document/tasksDocument'
import type { Group, Plan } from '../plan/plan'
import { comparePositions } from './order'
import type { Problem } from './problem'
import { rules } from './registry'
import type { CheckContext, Report, Rule, RuleContext } from './rule'
import { changedWindow, sameShape } from './sameShape'

/** Checks a document as `checkDocument` does, and remembers what it found in the version before. */
export type Checker = (document: TasksDocument, context: CheckContext) => readonly Problem[]

/** Problems of one task or group; undefined for none, so that a look over all of them touches nothing else. */
type Found = readonly Problem[] | undefined

/** What was found in a version, and all that it depends on. */
interface Memory {
  readonly key: readonly unknown[]
  readonly document: TasksDocument
  readonly plan: Plan
  readonly structure: readonly Problem[]
  /** By index of the task. */
  readonly tasks: Found[]
  /** By place of the group in the plan. */
  readonly groups: Found[]
}

/**
 * Makes a checker for the versions of one document, one after the other. As long as an edit changes words within tasks,
 * only these tasks and their groups are checked again; the rest is checked again when the shape of the document changes.
 */
export function createChecker(): Checker {
  let memory: Memory | undefined
  return (document, context) => {
    if (document.template) return []
    const { settings } = context
    const full: RuleContext = { ...context, document }
    const active = rules.filter(({ code }) => settings.rules[code] !== 'off')
    const key = [settings, context.caseSensitive, context.definesRequirement, context.resolvesOutside]
    const usable = memory?.key.every((item, at) => item === key[at]) === true ? memory : undefined
    const kept = usable?.plan === context.plan && sameShape(usable.document, document) ? usable : undefined
    memory = kept === undefined ? checkAll(active, full, key, usable) : checkChanged(active, full, key, kept)
    return [
      ...findIn(active, 'document', full, (rule) => rule.check(full)),
      ...memory.structure,
      ...collect(memory.tasks),
      ...collect(memory.groups),
    ].sort(byPlace)
  }
}

function checkAll(
  active: readonly Rule[],
  context: RuleContext,
  key: readonly unknown[],
  before: Memory | undefined,
): Memory {
  const { document, plan } = context
  const known = before?.document.dialect === document.dialect ? before : undefined
  return {
    key,
    document,
    plan,
    structure: findIn(active, 'structure', context, (rule) => rule.check(context)),
    tasks: document.tasks.map((task, index) =>
      known?.document.tasks[index] === task ? known.tasks[index] : checkTask(active, context, task),
    ),
    groups: plan.groups.map((group, at) =>
      isSameGroup(known, at, group, document) ? known?.groups[at] : checkGroup(active, context, group),
    ),
  }
}

function isSameGroup(known: Memory | undefined, at: number, group: Group, document: TasksDocument): boolean {
  const before = known?.plan.groups[at]
  return (
    before?.isParallel === group.isParallel &&
    before.taskIndices.length === group.taskIndices.length &&
    group.taskIndices.every((index, place) => {
      const task = document.tasks[index]
      return before.taskIndices[place] === index && known?.document.tasks[index] === task
    })
  )
}

function checkChanged(active: readonly Rule[], context: RuleContext, key: readonly unknown[], before: Memory): Memory {
  const { document, plan } = context
  const { start, end } = changedWindow(before.document.tasks, document.tasks)
  for (let index = start; index < end; index++) {
    const task = document.tasks[index]
    if (task !== undefined) before.tasks[index] = checkTask(active, context, task)
  }
  for (let at = firstGroup(document, plan, start); at < plan.groups.length; at++) {
    const group = plan.groups[at]
    if (group === undefined || (document.waves === null && group.startIndex >= end)) break
    if (group.startIndex < end && group.endIndex >= start) before.groups[at] = checkGroup(active, context, group)
  }
  return { ...before, key, document }
}

/** The place of the first group that may hold a task from an index on. Only the groups of waves are in another order. */
function firstGroup({ waves }: TasksDocument, { groups }: Plan, index: number): number {
  let [low, high] = [0, waves === null ? groups.length : 0]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((groups[middle]?.endIndex ?? 0) < index) low = middle + 1
    else high = middle
  }
  return low
}

function checkTask(active: readonly Rule[], context: RuleContext, task: Task): Found {
  return orNone(findIn(active, 'task', context, (rule) => rule.check(task, context)))
}

function checkGroup(active: readonly Rule[], context: RuleContext, group: Group): Found {
  const tasks = group.taskIndices.flatMap((index) => context.document.tasks[index] ?? [])
  return orNone(findIn(active, 'group', context, (rule) => rule.check({ group, tasks }, context)))
}

/** The problems that the rules of one scope find. */
function findIn<Scope extends Rule['scope']>(
  active: readonly Rule[],
  scope: Scope,
  { settings }: RuleContext,
  check: (rule: Extract<Rule, { readonly scope: Scope }>) => Iterable<Report>,
): readonly Problem[] {
  const isOfScope = (rule: Rule): rule is Extract<Rule, { readonly scope: Scope }> => rule.scope === scope
  return active.filter(isOfScope).flatMap((rule) => {
    const setting = settings.rules[rule.code]
    return Array.from(check(rule), (report) => ({
      ...report,
      code: rule.code,
      severity: setting === undefined || setting === 'off' ? (report.severity ?? rule.severity) : setting,
    }))
  })
}

function orNone(problems: readonly Problem[]): Found {
  return problems.length === 0 ? undefined : problems
}

function collect(found: readonly Found[]): readonly Problem[] {
  const problems: Problem[] = []
  for (const some of found) if (some !== undefined) problems.push(...some)
  return problems
}

function byPlace(a: Problem, b: Problem): number {
  const places = comparePositions(a.range.start, b.range.start) || comparePositions(a.range.end, b.range.end)
  return places !== 0 || a.code === b.code ? places : a.code < b.code ? -1 : 1
}
