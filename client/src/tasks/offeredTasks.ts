import * as l10n from '@vscode/l10n'
import type { GroupOutline, SpecOutline } from '#core/wire/messages'
import { groupsOf, isOpen, taskName, tasksOf } from '../specs/outlineQueries'
import { taskType } from './definition'

/** A task as VS Code's list of tasks shows it. */
export interface OfferedTask {
  readonly name: string
  readonly detail: string
  readonly definition: { readonly type: string } & Readonly<Record<string, string | boolean>>
}

/**
 * What a spec offers to be run: each parallel group, everything that is left, and its check.
 * `spec` is its folder as tasks.json names it. Done groups stay offered, so that entries made from them go on to exist.
 */
export function offeredTasks(outline: SpecOutline, spec: string): readonly OfferedTask[] {
  const open = tasksOf(outline).filter(isOpen).length
  const groups = groupsOf(outline).map((group) => ({
    name: l10n.t('{0}: group {1}', outline.name, groupLabel(group)),
    detail: l10n.t(
      '{0} of {1} open, side by side: {2}',
      group.tasks.filter(isOpen).length,
      group.tasks.length,
      group.tasks.map(taskName).join(' · '),
    ),
    definition: { type: taskType, spec, group: groupReference(outline, group) },
  }))
  return [
    ...groups,
    {
      name: l10n.t('{0}: all remaining tasks', outline.name),
      detail: open === 1 ? l10n.t('1 task is open') : l10n.t('{0} tasks are open', open),
      definition: { type: taskType, spec, all: true },
    },
    {
      name: l10n.t('{0}: lint', outline.name),
      detail: l10n.t('Checks the spec and prints its problems'),
      definition: { type: taskType, spec, command: 'lint' },
    },
  ]
}

/** `1.2–1.4`; indices where the tasks have no ids. */
function groupLabel(group: GroupOutline): string {
  const ids = [group.tasks[0], group.tasks.at(-1)].map((task) => task?.id ?? `#${task?.index ?? 0}`)
  return ids.join('–')
}

/** The id of the group's first task, which outlives edits above it; its index when the id is not its alone. */
function groupReference(outline: SpecOutline, group: GroupOutline): string {
  const id = group.tasks[0]?.id ?? null
  const isSure = id !== null && tasksOf(outline).filter((task) => task.id === id).length === 1 && !id.startsWith('-')
  return isSure ? id : `#${group.startIndex}`
}
