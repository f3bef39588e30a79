import type { Task } from '../../document/tasksDocument'
import { groupOf } from '../../plan/plan'
import { markerOf } from '../../rules/places'
import { listing, taskName } from '../../rules/taskName'
import type { TextEdit } from '../../text/position'
import type { FixContext } from './fix'

/** What becomes of the neighbours of a group that loses its middle: a `[P]` that stays alone would mean nothing. */
export interface LeftAlone {
  /** Takes the `[P]` off the tasks that stay alone. */
  readonly edits: readonly TextEdit[]
  /** `, and take [P] off T001`; '' when no task stays alone. */
  readonly words: string
}

/** Of parts that a group falls into, those of one task lose their `[P]`. */
export function leftAlone({ document, source }: FixContext, parts: readonly (readonly number[])[]): LeftAlone {
  const alone = parts.flatMap((part) => {
    const task = part.length === 1 ? document.tasks[part[0] ?? -1] : undefined
    const marker = task && markerOf(task, 'P')
    return task === undefined || marker === undefined ? [] : [{ task, marker }]
  })
  const [first] = alone
  if (first === undefined) return { edits: [], words: '' }
  return {
    edits: alone.map(({ marker }) => source.without(marker.range)),
    words: `, and take ${source.textOf(first.marker.range)} off ${listing(alone.map(({ task }) => taskName(task)))}`,
  }
}

/** The parts of a task's group before and behind it. */
export function partsAround({ plan }: FixContext, task: Task): readonly (readonly number[])[] {
  const indices = groupOf(plan, task.index)?.taskIndices ?? []
  return [indices.filter((index) => index < task.index), indices.filter((index) => index > task.index)]
}
