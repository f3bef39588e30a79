import type { CommandContext } from './commandContext'
import { pickPhase } from './pickPhase'
import { startRun } from './startRun'

/** Runs the open tasks below a heading, groups and single tasks in order. */
export async function runPhase(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const target = await pickPhase(context, raw)
  if (target !== undefined) await startRun(context, target.spec, 'run', ['--phase', String(target.line + 1)])
}
