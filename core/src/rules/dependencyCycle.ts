import type { Located, Task } from '../document/tasksDocument'
import type { Report, Rule } from './rule'

/** Tasks that wait for one another. */
export const dependencyCycle: Rule = {
  scope: 'structure',
  code: 'dependency-cycle',
  severity: 'warning',
  summary: 'Tasks depend on one another in a circle.',
  reason: 'No order of work satisfies them. Remove one of the dependencies.',
  fixes: [],
  *check({ document }): Iterable<Report> {
    const dependent = document.tasks.filter((task) => task.dependent)
    if (dependent.length === 0) return
    const byId = new Map(
      document.tasks.toReversed().flatMap((task) => (task.id === null ? [] : [[task.id, task] as const])),
    )
    const settled = new Set<Task>()
    for (const start of dependent) {
      for (const steps of cyclesFrom(start, byId, settled)) {
        const [first] = steps
        if (first === undefined) continue
        const ids = steps.map(({ task }) => task.id)
        yield {
          message:
            steps.length === 1
              ? `Task ${ids[0]} depends on itself.`
              : `These tasks depend on one another in a circle: ${[...ids, ids[0]].join(' → ')}.`,
          range: first.link.range,
          data: { ids, tasks: steps.map(({ task }) => task.index) },
          related: steps
            .slice(1)
            .map(({ task, link }) => ({ range: link.range, message: `Task ${task.id} depends on ${link.text}.` })),
        }
      }
    }
  },
}

interface Step {
  readonly task: Task
  readonly link: Located
}

/** Walks the dependencies below a task depth first, without recursion, and gives each circle it closes, from its lowest task on. */
function cyclesFrom(start: Task, byId: ReadonlyMap<string, Task>, settled: Set<Task>): readonly (readonly Step[])[] {
  if (settled.has(start)) return []
  const cycles: (readonly Step[])[] = []
  const path: { readonly task: Task; next: number }[] = [{ task: start, next: 0 }]
  const depth = new Map([[start, 0]])
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const link = top.task.fields.dependsOn[top.next++]
    if (link === undefined) {
      settled.add(top.task)
      depth.delete(top.task)
      path.pop()
      continue
    }
    const target = byId.get(link.text)
    if (target === undefined || settled.has(target)) continue
    const known = depth.get(target)
    if (known === undefined) {
      depth.set(target, path.length)
      path.push({ task: target, next: 0 })
    } else {
      cycles.push(fromLowest(path.slice(known).flatMap(({ task, next }) => stepOf(task, next - 1))))
    }
  }
  return cycles
}

function stepOf(task: Task, position: number): readonly Step[] {
  const link = task.fields.dependsOn[position]
  return link === undefined ? [] : [{ task, link }]
}

function fromLowest(steps: readonly Step[]): readonly Step[] {
  const lowest = Math.min(...steps.map(({ task }) => task.index))
  const at = steps.findIndex(({ task }) => task.index === lowest)
  return [...steps.slice(at), ...steps.slice(0, at)]
}
