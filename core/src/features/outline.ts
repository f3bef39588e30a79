import type { Task, TasksDocument } from '../document/tasksDocument'
import type { Plan } from '../plan/plan'
import type { Problem, Severity } from '../rules/problem'
import type { GroupOutline, PhaseOutline, SpecOutline, TaskOutline } from '../wire/messages'
import { blockedBy, obstaclesOf } from './blocked'

/** What an outline is made from. */
export interface OutlineSource {
  readonly uri: string
  /** Name of the spec's folder. */
  readonly name: string
  readonly document: TasksDocument
  readonly plan: Plan
  readonly problems: readonly Problem[]
}

/** A spec as the tree shows it. A group stands in the phase of its first task; phases without tasks are left out. */
export function outline({ uri, name, document, plan, problems }: OutlineSource): SpecOutline {
  const obstacles = obstaclesOf(problems)
  const phases = new Map<number | null, (GroupOutline | TaskOutline)[]>()
  for (const group of document.template ? [] : plan.groups) {
    const tasks = group.taskIndices.flatMap((index) => document.tasks[index] ?? [])
    const phase = tasks[0]?.phase ?? null
    const nodes = phases.get(phase) ?? []
    phases.set(phase, nodes)
    if (group.isParallel) {
      nodes.push({
        kind: 'group',
        startIndex: group.startIndex,
        endIndex: group.endIndex,
        tasks: tasks.map(taskOutline),
        blocked: blockedBy(document, group, obstacles)?.reason ?? null,
      })
    } else nodes.push(...tasks.map(taskOutline))
  }
  const work = document.template ? [] : document.tasks.filter((task) => !task.container)
  return {
    uri,
    name,
    dialect: document.dialect,
    phases: Array.from(phases, ([phase, nodes]) => phaseOutline(document, phase, nodes)),
    total: work.length,
    done: work.filter((task) => task.state === 'done').length,
    problems: countBySeverity(problems),
  }
}

function phaseOutline(document: TasksDocument, phase: number | null, nodes: PhaseOutline['nodes']): PhaseOutline {
  const heading = phase === null ? undefined : document.headings[phase]
  return { title: heading?.text ?? null, line: heading?.line ?? 0, nodes }
}

function taskOutline(task: Task): TaskOutline {
  return {
    kind: 'task',
    index: task.index,
    id: task.id,
    title: task.title,
    state: task.state,
    line: task.line,
    endLine: task.range.end.line,
    markers: task.markers.map((marker) => marker.text),
    container: task.container,
    verify: task.fields.verify?.commands.map((command) => command.text) ?? [],
  }
}

function countBySeverity(problems: readonly Problem[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 }
  for (const { severity } of problems) counts[severity]++
  return counts
}
