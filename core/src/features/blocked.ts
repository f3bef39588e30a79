import type { TasksDocument } from '../document/tasksDocument'
import { isRunnable, type Group } from '../plan/plan'
import type { Problem } from '../rules/problem'

/** Why a group cannot run as it stands. */
export interface Blocked {
  readonly code: 'file-overlap' | 'unsafe-path'
  /** One readable sentence without its full stop. */
  readonly reason: string
  /** A person who knows better may run it all the same: the problem is no error. */
  readonly canBeOverruled: boolean
}

/** The problems that can be in the way of a group, by the index of the task they stand at, in document order. */
export type Obstacles = ReadonlyMap<number, readonly Problem[]>

/** Picks the problems that can be in the way of a group: once, for however many groups. */
export function obstaclesOf(problems: readonly Problem[]): Obstacles {
  const obstacles = new Map<number, Problem[]>()
  for (const problem of problems) {
    const index = tasksOf(problem).at(-1)
    if (index === undefined) continue
    const others = obstacles.get(index)
    if (others === undefined) obstacles.set(index, [problem])
    else others.push(problem)
  }
  return obstacles
}

/**
 * Why the open tasks of a group must not run side by side: two of them name one file, or one names a file
 * outside the workspace. Undefined when nothing is in the way; a rule that is turned off is never in the way.
 */
export function blockedBy(document: TasksDocument, group: Group, obstacles: Obstacles): Blocked | undefined {
  const isOpen = (index: number): boolean => {
    const task = group.taskIndices.includes(index) ? document.tasks[index] : undefined
    return task !== undefined && isRunnable(task)
  }
  const found = group.taskIndices
    .flatMap((index) => obstacles.get(index) ?? [])
    .filter(({ code }) => code === 'unsafe-path' || group.isParallel)
    .filter((problem) => tasksOf(problem).every(isOpen))
  const problem = found.find(({ code }) => code === 'unsafe-path') ?? found[0]
  if (problem === undefined) return undefined
  const code = problem.code === 'unsafe-path' ? 'unsafe-path' : 'file-overlap'
  return {
    code,
    reason: problem.message.replace(/\.$/, ''),
    canBeOverruled: code === 'file-overlap' && problem.severity !== 'error',
  }
}

/** The indices of the tasks whose running a problem forbids, the one it stands at last; empty for other problems. */
function tasksOf({ code, data }: Problem): readonly number[] {
  const named: unknown = code === 'unsafe-path' ? [data?.['task']] : code === 'file-overlap' ? data?.['tasks'] : []
  return Array.isArray(named) ? named.filter((index) => typeof index === 'number') : []
}
