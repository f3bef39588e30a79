import type { Task } from '../document/tasksDocument'
import type { Requirements } from '../references/requirements'
import type { Position, Range } from '../text/position'
import { contains } from '../rules/order'
import { headRange } from '../rules/places'
import { groupOf } from '../plan/plan'
import { obstaclesOf } from './blocked'
import { groupHover } from './groupHover'
import type { LensSource } from './lens'
import { viewRun } from './runView'
import { requirementHover } from './requirementHover'
import { subjectAt, taskAt } from './subject'
import { taskHover } from './taskHover'

/** What is shown beside the pointer: Markdown, and the range it speaks of. */
export interface HoverText {
  readonly range: Range
  readonly markdown: string
}

/** What hovers are made from. */
export interface HoverSource extends LensSource {
  readonly requirements?: Requirements | undefined
}

/**
 * The hover of a place: of a group on its `[P]`, of a task on its id, its title or a dependency on it, of a
 * requirement on its id. Undefined elsewhere.
 */
export function hoverAt(source: HoverSource, position: Position): HoverText | undefined {
  const { document, plan, requirements } = source
  const run = source.run === null ? undefined : viewRun(document, source.run)
  const context = { ...source, obstacles: obstaclesOf(source.problems), run }
  const subject = subjectAt(document, position)
  const about = (task: Task, range: Range): HoverText => ({
    range,
    markdown: taskHover(context, task, groupOf(plan, task.index)),
  })

  if (subject?.kind === 'requirement') {
    const markdown = requirementHover(requirements, subject.id)
    return markdown === undefined ? undefined : { range: subject.range, markdown }
  }
  if (subject?.kind === 'dependency') {
    const target = document.tasks.find((task) => task.id === subject.ids[0])
    if (target !== undefined) return about(target, subject.range)
  }
  if (subject?.kind === 'marker' && subject.marker.kind === 'P') {
    const group = groupOf(plan, subject.task.index)
    return group === undefined ? undefined : { range: subject.range, markdown: groupHover(context, group) }
  }
  const task = taskAt(document, position)
  if (task === undefined) return undefined
  const range = headRange(task)
  return contains(range, position) || contains(task.checkbox, position) ? about(task, range) : undefined
}
