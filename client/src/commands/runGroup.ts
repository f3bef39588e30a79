import type { CommandContext } from './commandContext'
import { pickGroup } from './pickGroup'
import { startRun } from './startRun'

/** Runs the open tasks of a parallel group side by side. */
export async function runGroup(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const target = await pickGroup(context, raw)
  if (target !== undefined) await startRun(context, target.spec, 'run', ['--group', `#${target.startIndex}`])
}
