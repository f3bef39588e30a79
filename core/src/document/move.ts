import { moveTask } from './movedTask'
import { shiftPlaced } from './shift'
import type { Barrier, Finding, Heading, Task, TasksDocument } from './tasksDocument'

/** What an edit does to everything below it. */
export interface Move {
  /** How many lines down; negative for up. */
  readonly lines: number
  /** How many places further on in the list of tasks. */
  readonly tasks: number
  /** The phase of a task, by the phase it had. */
  readonly phaseOf: (before: number | null) => number | null
}

/** The lists of a document, or a stretch of each. */
export type Parts = Pick<TasksDocument, 'headings' | 'tasks' | 'barriers' | 'findings'>

/** The same parts after a move; what stays where it is stays the same object. A task costs one small object, whatever it holds. */
export function moveParts({ headings, tasks, barriers, findings }: Parts, move: Move): Parts {
  return {
    headings: move.lines === 0 ? headings : headings.map((heading) => moveHeading(heading, move.lines)),
    tasks: moveTasks(tasks, move),
    barriers: move.lines === 0 ? barriers : barriers.map((barrier) => moveBarrier(barrier, move.lines)),
    findings: move.lines === 0 && move.tasks === 0 ? findings : findings.map((finding) => moveFinding(finding, move)),
  }
}

function moveTasks(tasks: readonly Task[], { lines, tasks: by, phaseOf }: Move): readonly Task[] {
  return tasks.map((task) => moveTask(task, { lines, index: task.index + by, phase: phaseOf(task.phase) }))
}

function moveHeading(heading: Heading, lines: number): Heading {
  return { ...shiftPlaced(heading, lines), line: heading.line + lines }
}

function moveBarrier({ line, kind }: Barrier, lines: number): Barrier {
  return { line: line + lines, kind }
}

function moveFinding(finding: Finding, { lines, tasks }: Move): Finding {
  const { task } = finding
  return { ...shiftPlaced(finding, lines), task: task === null ? null : task + tasks }
}
