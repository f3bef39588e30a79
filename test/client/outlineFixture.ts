import type { GroupOutline, SpecOutline, TaskOutline } from '#core/wire/messages'

/** A task on line 10 × (index + 1). */
export function task(index: number, id: string | null, title: string, changes: Partial<TaskOutline> = {}): TaskOutline {
  const line = 10 * (index + 1)
  return {
    kind: 'task',
    index,
    id,
    title,
    state: 'open',
    line,
    endLine: line + 5,
    markers: [],
    container: false,
    verify: [],
    ...changes,
  }
}

export function group(...tasks: readonly TaskOutline[]): GroupOutline {
  const indices = tasks.map((one) => one.index)
  return { kind: 'group', startIndex: Math.min(...indices), endIndex: Math.max(...indices), tasks, blocked: null }
}

/** `demo`: task 1.1, the group 1.2 and 1.3, and below a second heading task 2.1. */
export function demoSpec(changes: Partial<SpecOutline> = {}): SpecOutline {
  return {
    uri: 'file:///w/specs/demo/tasks.md',
    name: 'demo',
    dialect: 'smart-ralph',
    phases: [
      {
        title: 'Phase 1: First',
        line: 2,
        nodes: [
          task(0, '1.1', 'Create a', { state: 'done' }),
          group(task(1, '1.2', 'Create b'), task(2, '1.3', 'Create c')),
        ],
      },
      { title: 'Phase 2: Second', line: 36, nodes: [task(3, '2.1', 'Create d')] },
    ],
    total: 4,
    done: 1,
    problems: { error: 0, warning: 0, info: 0, hint: 0 },
    ...changes,
  }
}
