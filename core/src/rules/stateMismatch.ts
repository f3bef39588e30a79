import { groupOf, isRunnable } from '../plan/plan'
import { firstLineRange } from './places'
import { taskName } from './taskName'
import type { Report, Rule, RuleContext } from './rule'

/** `.ralph-state.json` and tasks.md tell different stories. */
export const stateMismatch: Rule = {
  scope: 'document',
  code: 'state-mismatch',
  severity: 'warning',
  summary: '`.ralph-state.json` and tasks.md disagree.',
  reason:
    'The state file counts tasks by their place. After tasks were added, removed, ticked or unticked by hand, its taskIndex or ' +
    'totalTasks may be wrong, and smart-ralph would skip or repeat work. Repair the numbers, or let the next run do so.',
  fixes: ['set taskIndex and totalTasks to what tasks.md says'],
  *check(context): Iterable<Report> {
    for (const { field, path = [field], message, data } of mismatches(context)) {
      yield {
        message: `.ralph-state.json: ${message}`,
        range: firstLineRange(context.document),
        data: { field, path, ...data },
      }
    }
  },
}

interface Mismatch {
  readonly field: string
  /** Where the value stands in the state file, when that is not the field itself. */
  readonly path?: readonly (string | number)[]
  readonly message: string
  readonly data: Readonly<Record<string, unknown>>
}

function* mismatches(context: RuleContext): Iterable<Mismatch> {
  const { document, plan, state: reading } = context
  if (reading?.kind !== 'valid' || (reading.state.phase !== undefined && reading.state.phase !== 'execution')) return
  const { taskIndex, totalTasks, parallelGroup, taskResults } = reading.state
  const count = document.tasks.length
  const firstOpen = document.tasks.find(isRunnable)?.index ?? count

  if (totalTasks !== undefined && totalTasks !== count) {
    yield {
      field: 'totalTasks',
      message: `totalTasks is ${totalTasks}, but tasks.md has ${count}.`,
      data: { found: totalTasks, expected: count },
    }
  }
  if (taskIndex !== undefined && taskIndex > firstOpen) {
    const skipped = document.tasks[firstOpen]
    const why =
      skipped === undefined
        ? `tasks.md has only ${count} tasks`
        : `task ${taskName(skipped)} (index ${firstOpen}) is still open`
    yield {
      field: 'taskIndex',
      message: `taskIndex is ${taskIndex}, but ${why}.`,
      data: { found: taskIndex, expected: firstOpen },
    }
  } else if (
    taskIndex !== undefined &&
    taskIndex < firstOpen &&
    groupOf(plan, taskIndex) !== groupOf(plan, firstOpen)
  ) {
    const next = firstOpen === count ? 'every task is done' : `the next open task has the index ${firstOpen}`
    yield {
      field: 'taskIndex',
      message: `taskIndex is ${taskIndex}, but ${next}.`,
      data: { found: taskIndex, expected: firstOpen },
    }
  }
  const indices = parallelGroup?.taskIndices ?? []
  const place = indices.findIndex((index) => document.tasks[index] === undefined)
  const strange = indices[place]
  if (strange !== undefined) {
    yield {
      field: 'parallelGroup',
      path: ['parallelGroup', 'taskIndices', place],
      message: `parallelGroup names the index ${strange}, but tasks.md has only ${count} tasks.`,
      data: { found: strange },
    }
  }
  for (const [key, result] of Object.entries(taskResults ?? {})) {
    const task = document.tasks[Number(key)]
    if (task === undefined || result.status !== 'success' || !isRunnable(task)) continue
    yield {
      field: 'taskResults',
      path: ['taskResults', key, 'status'],
      message: `taskResults calls task ${taskName(task)} a success, but its box is not ticked.`,
      data: { task: task.index },
    }
  }
}
