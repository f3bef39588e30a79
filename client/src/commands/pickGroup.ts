import * as l10n from '@vscode/l10n'
import { window } from 'vscode'
import type { GroupOutline, SpecOutline } from '#core/wire/messages'
import { unlinked } from '#core/text/unlinked'
import { groupWith, groupsOf, isOpen, taskName, taskOnLine } from '../specs/outlineQueries'
import type { CommandContext } from './commandContext'
import { pickSpec } from './pickSpec'
import { nodeOf, numberOf } from './rawArguments'

/** The group that a command is for. */
export interface GroupTarget {
  readonly spec: SpecOutline
  /** 0-based index of the group's first task. */
  readonly startIndex: number
}

/** Finds the group a command is for: its arguments, the cursor, the only open one, else the person is asked. */
export async function pickGroup(context: CommandContext, raw: readonly unknown[]): Promise<GroupTarget | undefined> {
  const spec = await pickSpec(context, raw)
  if (spec === undefined) return undefined
  const given = numberOf(raw[1]) ?? startOfRow(spec, raw[0])
  if (given !== undefined) return { spec, startIndex: given }
  const group = underCursor(spec) ?? (await ask(spec))
  return group === undefined ? undefined : { spec, startIndex: group.startIndex }
}

function startOfRow(spec: SpecOutline, value: unknown): number | undefined {
  const node = nodeOf(value)
  if (node?.kind === 'group') return node.at
  return node?.kind === 'task' ? groupWith(spec, node.at)?.startIndex : undefined
}

function underCursor(spec: SpecOutline): GroupOutline | undefined {
  const editor = window.activeTextEditor
  if (editor?.document.uri.toString() !== spec.uri) return undefined
  const task = taskOnLine(spec, editor.selection.active.line)
  const group = task && groupWith(spec, task.index)
  return group?.tasks.some(isOpen) ? group : undefined
}

async function ask(spec: SpecOutline): Promise<GroupOutline | undefined> {
  const groups = groupsOf(spec).filter((group) => group.tasks.some(isOpen))
  if (groups.length === 0) {
    void window.showInformationMessage(unlinked(l10n.t('{0} has no parallel group with open tasks.', spec.name)))
    return undefined
  }
  if (groups.length === 1) return groups[0]
  const picked = await window.showQuickPick(
    groups.map((group) => ({
      label: labelOf(group),
      detail: group.tasks.map(taskName).join(', '),
      group,
    })),
    { title: spec.name, placeHolder: l10n.t('Choose a parallel group'), matchOnDetail: true },
  )
  return picked?.group
}

function labelOf({ tasks }: GroupOutline): string {
  const open = tasks.filter(isOpen).length
  const first = tasks[0] === undefined ? '' : taskName(tasks[0])
  return open === 1 ? l10n.t('1 task from {0}', first) : l10n.t('{0} tasks from {1}', open, first)
}
