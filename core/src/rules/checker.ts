import type { Task, TasksDocument } from '../document/tasksDocument'
import type { Group, Plan } from '../plan/plan'
import { carryOver, type Findings, type Found } from './carryOver'
import { changedWindow, type Window } from './changedWindow'
import { createIdCounts, type IdCounts } from './idCounts'
import { comparePositions } from './order'
import type { Problem } from './problem'
import { rules } from './registry'
import type { Change, CheckContext, Report, Rule, RuleContext } from './rule'
import { sameShape } from './sameShape'

/** Checks a document as `checkDocument` does, and remembers what it found in the version before. */
export type Checker = (document: TasksDocument, context: CheckContext) => readonly Problem[]

type OfScope<Scope extends Rule['scope']> = Extract<Rule, { readonly scope: Scope }>

/** The rules that are not turned off, by their scope. */
type ActiveRules = { readonly [Scope in Rule['scope']]: readonly OfScope<Scope>[] }

/** What was found in a version, and all that it depends on. */
interface Memory {
  readonly key: readonly unknown[]
  readonly document: TasksDocument
  readonly plan: Plan
  /** By code of the rule. */
  readonly structure: ReadonlyMap<string, readonly Problem[]>
  readonly ids: IdCounts
  readonly tasks: Findings<Task>
  readonly groups: Findings<Group>
}

/**
 * Makes a checker for the versions of one document, one after the other. Tasks and groups that an edit leaves as they
 * are, wherever it moves them, are not checked again; what hangs on the shape of the document only when the shape changes.
 */
export function createChecker(): Checker {
  let memory: Memory | undefined
  return (document, context) => {
    if (document.template) return []
    const { settings, plan } = context
    const active = rulesByScope(settings)
    const key = [settings, context.caseSensitive, context.definesRequirement, context.resolvesOutside, document.dialect]
    const known = memory?.key.every((item, at) => item === key[at]) === true ? memory : undefined
    const before = known?.document.tasks ?? []
    const window = changedWindow(before, document.tasks, (a, b) => a.origin === b.origin)
    const ids = known?.ids ?? createIdCounts()
    ids.replace(before.slice(window.start, window.oldEnd), document.tasks.slice(window.start, window.end))
    const full: RuleContext = { ...context, document, ids }
    memory = {
      key,
      document,
      plan,
      ids,
      structure: checkStructure(active, full, known, window),
      tasks: carryOver(known?.tasks, document.tasks, {
        window,
        isInPlace: Object.is,
        check: (task) => checkTask(active, full, task),
      }),
      groups: checkGroups(active, full, known, window),
    }
    return [
      ...findIn(active.document, full, (rule) => rule.check(full)),
      ...[...memory.structure.values()].flat(),
      ...collect(memory.tasks.found),
      ...collect(memory.groups.found),
    ].sort(byPlace)
  }
}

function rulesByScope(settings: CheckContext['settings']): ActiveRules {
  const active = rules.filter(({ code }) => settings.rules[code] !== 'off')
  const of = <Scope extends Rule['scope']>(scope: Scope): readonly OfScope<Scope>[] =>
    active.filter((rule): rule is OfScope<Scope> => rule.scope === scope)
  return { task: of('task'), group: of('group'), structure: of('structure'), document: of('document') }
}

function checkStructure(
  active: ActiveRules,
  context: RuleContext,
  known: Memory | undefined,
  { start, end, oldEnd }: Window,
): Memory['structure'] {
  const { document, plan } = context
  if (known?.plan === plan && sameShape(known.document, document)) return known.structure
  const before = known?.document ?? document
  const replaced = before.tasks.slice(start, oldEnd)
  const change: Change = { before, after: document, replaced, fresh: document.tasks.slice(start, end), start }
  const found = new Map<string, readonly Problem[]>()
  for (const rule of active.structure) {
    const none = known?.structure.get(rule.code)?.length === 0 && rule.stillNone?.(change) === true
    found.set(rule.code, none ? [] : findIn([rule], context, (one) => one.check(context)))
  }
  return found
}

/** A group reads as before when it holds the same tasks, and all of these read as before. */
function checkGroups(
  active: ActiveRules,
  context: RuleContext,
  known: Memory | undefined,
  { start, end, oldEnd }: Window,
): Findings<Group> {
  const { document, plan } = context
  const newIndex = (index: number): number => (index < start ? index : index < oldEnd ? -1 : index - oldEnd + end)
  const readsTheSame = (a: Group, b: Group): boolean =>
    a.isParallel === b.isParallel &&
    a.taskIndices.length === b.taskIndices.length &&
    a.taskIndices.every((index, at) => newIndex(index) === b.taskIndices[at])
  const isInPlace = (a: Group, b: Group): boolean =>
    a.taskIndices.every((index, at) => known?.document.tasks[index] === document.tasks[b.taskIndices[at] ?? -1])
  return carryOver(known?.groups, plan.groups, {
    window: changedWindow(known?.groups.items ?? [], plan.groups, readsTheSame),
    isInPlace,
    check: (group) => checkGroup(active, context, group),
  })
}

function checkTask(active: ActiveRules, context: RuleContext, task: Task): Found {
  return orNone(findIn(active.task, context, (rule) => rule.check(task, context)))
}

function checkGroup(active: ActiveRules, context: RuleContext, group: Group): Found {
  const tasks = group.taskIndices.flatMap((index) => context.document.tasks[index] ?? [])
  return orNone(findIn(active.group, context, (rule) => rule.check({ group, tasks }, context)))
}

/** What some rules find, with the codes and severities under which it is told. */
function findIn<Some extends Rule>(
  some: readonly Some[],
  { settings }: RuleContext,
  check: (rule: Some) => Iterable<Report>,
): readonly Problem[] {
  const problems: Problem[] = []
  for (const rule of some) {
    const setting = settings.rules[rule.code]
    for (const report of check(rule)) {
      const severity = setting === undefined || setting === 'off' ? (report.severity ?? rule.severity) : setting
      problems.push({ ...report, code: rule.code, severity })
    }
  }
  return problems
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
