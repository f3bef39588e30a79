import { isOpen } from '../specs/outlineQueries'
import type { CommandContext } from './commandContext'
import { pickTasks } from './pickTasks'
import { startRun } from './startRun'

/** Runs one task, or the chosen ones of a spec. */
export async function runTask(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const target = await pickTasks(context, raw, isOpen)
  if (target === undefined) return
  const flags = target.tasks.flatMap(({ index }) => ['--task', `#${index}`])
  await startRun(context, target.spec, 'run', flags)
}
