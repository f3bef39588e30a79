import type { TaskOutline } from '#core/wire/messages'
import type { TasksTarget } from './chosenTasks'
import { chosenTasks } from './chosenTasks'
import type { CommandContext } from './commandContext'
import { pickTask } from './pickTask'
import { nodesOf } from './rawArguments'

/**
 * Finds the tasks a command is for: of all chosen rows those that `fits`; with one row or none as `pickTask` does.
 * Undefined when the person chose none.
 */
export async function pickTasks(
  context: CommandContext,
  raw: readonly unknown[],
  fits: (task: TaskOutline) => boolean,
): Promise<TasksTarget | undefined> {
  const rows = nodesOf(raw[1])
  if (rows.length > 1) return chosenTasks(context.specs, rows, fits)
  const target = await pickTask(context, raw, fits)
  return target && { spec: target.spec, tasks: [target.task] }
}
