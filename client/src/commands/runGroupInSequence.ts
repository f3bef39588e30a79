import type { CommandContext } from './commandContext'
import { pickGroup } from './pickGroup'
import { startRun } from './startRun'

/** Runs the open tasks of a parallel group one after the other. */
export async function runGroupInSequence(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const target = await pickGroup(context, raw)
  if (target === undefined) return
  await startRun(context, target.spec, 'run', ['--group', `#${target.startIndex}`, '--max-concurrent', '1'])
}
