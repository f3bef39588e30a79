import type { CommandContext } from './commandContext'
import { pickSpec } from './pickSpec'
import { startRun } from './startRun'

/** Settles an interrupted run and runs what is left of it. */
export async function resume(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const spec = await pickSpec(context, raw)
  if (spec !== undefined) await startRun(context, spec, 'resume', [])
}
