import type { TasksDocument } from '../document/tasksDocument'
import type { Plan } from '../plan/plan'
import { taskName } from '../rules/taskName'
import type { Position, Range } from '../text/position'

/** A few words that the editor shows behind a place of the text. */
export interface InlayText {
  readonly position: Position
  readonly label: string
  readonly tooltip: string
}

/** What the hints say. The table is English here; a server gives one in the editor's language. */
export interface InlayTexts {
  readonly label: (size: number, last: string) => string
  readonly tooltip: (names: string) => string
}

/** What the hints say in English. */
export const englishInlayTexts: InlayTexts = {
  label: (size, last) => `${size} in parallel, up to ${last}`,
  tooltip: (names) => `${names} run side by side.`,
}

/** How far each parallel group reaches and how large it is, behind the title of its first task; within a range of lines. */
export function inlayHints(
  document: TasksDocument,
  plan: Plan,
  range: Range,
  texts = englishInlayTexts,
): readonly InlayText[] {
  if (document.template) return []
  return plan.groups.flatMap((group) => {
    const [first, last] = [document.tasks[group.startIndex], document.tasks[group.endIndex]]
    if (!group.isParallel || first === undefined || last === undefined) return []
    const position = first.titleRange.end
    if (position.line < range.start.line || position.line > range.end.line) return []
    const size = group.taskIndices.length
    return [
      {
        position,
        label: texts.label(size, taskName(last)),
        tooltip: texts.tooltip(group.taskIndices.map((index) => nameOf(document, index)).join(', ')),
      },
    ]
  })
}

function nameOf(document: TasksDocument, index: number): string {
  const task = document.tasks[index]
  return task === undefined ? `#${index}` : taskName(task)
}
