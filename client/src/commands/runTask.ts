import { isOpen } from '../specs/outlineQueries'
import type { CommandContext } from './commandContext'
import { pickTask } from './pickTask'
import { startRun } from './startRun'

/** Runs one task. */
export async function runTask(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const target = await pickTask(context, raw, isOpen)
  if (target !== undefined) await startRun(context, target.spec, 'run', ['--task', `#${target.task.index}`])
}
