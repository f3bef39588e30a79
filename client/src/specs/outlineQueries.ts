import type { GroupOutline, PhaseOutline, SpecOutline, TaskOutline } from '#core/wire/messages'

/** All tasks of a spec, in index order. */
export function tasksOf(spec: SpecOutline): readonly TaskOutline[] {
  return spec.phases.flatMap(tasksOfPhase)
}

/** All tasks below a phase heading, in index order. */
export function tasksOfPhase(phase: PhaseOutline): readonly TaskOutline[] {
  return phase.nodes.flatMap((node) => (node.kind === 'group' ? node.tasks : [node]))
}

/** All parallel groups of a spec, in document order. */
export function groupsOf(spec: SpecOutline): readonly GroupOutline[] {
  return spec.phases.flatMap((phase) => phase.nodes.flatMap((node) => (node.kind === 'group' ? [node] : [])))
}

/** A task by its index; undefined when there is none. */
export function taskAt(spec: SpecOutline, index: number): TaskOutline | undefined {
  return tasksOf(spec).find((task) => task.index === index)
}

/** The task whose block holds a 0-based line; undefined between blocks. */
export function taskOnLine(spec: SpecOutline, line: number): TaskOutline | undefined {
  return tasksOf(spec).findLast((task) => task.line <= line && line <= task.endLine)
}

/** The last phase that begins on or above a 0-based line; undefined when there is none. */
export function phaseOnLine(spec: SpecOutline, line: number): PhaseOutline | undefined {
  return spec.phases.findLast((phase) => phase.title !== null && phase.line <= line)
}

/** The parallel group a task stands in; undefined when it stands alone. */
export function groupWith(spec: SpecOutline, index: number): GroupOutline | undefined {
  return groupsOf(spec).find((group) => group.tasks.some((task) => task.index === index))
}

/** True for a task that a run would carry out. */
export function isOpen(task: TaskOutline): boolean {
  return !task.container && (task.state === 'open' || task.state === 'in-progress')
}

/** A task's name as shown everywhere: `1.2 Create b`; the bare title when it has no id. */
export function taskName(task: { readonly id: string | null; readonly title: string }): string {
  return task.id === null ? task.title : `${task.id} ${task.title}`
}

/** The task of the document that a task of a run is now: after edits the only one of the same id and title, else the one at its index. */
export function taskOfRun(
  spec: SpecOutline,
  run: { readonly index: number; readonly id: string | null; readonly title: string },
): TaskOutline | undefined {
  const there = taskAt(spec, run.index)
  const same = tasksOf(spec).filter(({ id, title }) => id === run.id && title === run.title)
  const isThere = there !== undefined && same.includes(there)
  return !isThere && same.length === 1 ? same[0] : there
}
