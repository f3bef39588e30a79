import * as l10n from '@vscode/l10n'
import { window } from 'vscode'
import type { SpecOutline, TaskOutline } from '#core/wire/messages'
import { unlinked } from '#core/text/unlinked'
import { laneOf } from '../runsView/runsNode'
import { taskAt, taskName, taskOfRun, taskOnLine, tasksOf } from '../specs/outlineQueries'
import type { CommandContext } from './commandContext'
import { pickSpec } from './pickSpec'
import { nodeOf, numberOf } from './rawArguments'

/** The task that a command is for. */
export interface TaskTarget {
  readonly spec: SpecOutline
  readonly task: TaskOutline
}

/**
 * Finds the task a command is for: its arguments, the cursor, else the person is asked among those that `fits`.
 * Undefined when there is none or the person chose none.
 */
export async function pickTask(
  context: CommandContext,
  raw: readonly unknown[],
  fits: (task: TaskOutline) => boolean,
): Promise<TaskTarget | undefined> {
  const spec = await pickSpec(context, raw)
  if (spec === undefined) return undefined
  const lane = laneOf(raw[0])
  const index = numberOf(raw[1]) ?? (lane === undefined ? indexOfRow(raw[0]) : taskOfRun(spec, lane)?.index)
  const task = index === undefined ? (underCursor(spec, fits) ?? (await ask(spec, fits))) : taskAt(spec, index)
  return task === undefined ? undefined : { spec, task }
}

function indexOfRow(value: unknown): number | undefined {
  const node = nodeOf(value)
  return node?.kind === 'task' ? node.at : undefined
}

function underCursor(spec: SpecOutline, fits: (task: TaskOutline) => boolean): TaskOutline | undefined {
  const editor = window.activeTextEditor
  if (editor?.document.uri.toString() !== spec.uri) return undefined
  const task = taskOnLine(spec, editor.selection.active.line)
  return task !== undefined && fits(task) ? task : undefined
}

async function ask(spec: SpecOutline, fits: (task: TaskOutline) => boolean): Promise<TaskOutline | undefined> {
  const tasks = tasksOf(spec).filter(fits)
  if (tasks.length === 0) {
    void window.showInformationMessage(unlinked(l10n.t('{0} has no task for this at the moment.', spec.name)))
    return undefined
  }
  const picked = await window.showQuickPick(
    tasks.map((task) => ({
      label: taskName(task),
      description: task.markers.map((marker) => `[${marker}]`).join(' '),
      task,
    })),
    { title: spec.name, placeHolder: l10n.t('Choose a task'), matchOnDescription: true },
  )
  return picked?.task
}
