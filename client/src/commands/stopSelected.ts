import type { CommandContext } from './commandContext'
import { nodeOf, nodesOf } from './rawArguments'
import { stop } from './stop'
import { stopTask } from './stopTask'

/** Stops the chosen tasks; the whole run when another row, or none, is chosen. */
export async function stopSelected(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const ofTasks = nodeOf(raw[0])?.kind === 'task' || nodesOf(raw[1]).length > 1
  await (ofTasks ? stopTask(context, raw) : stop(context, raw))
}
