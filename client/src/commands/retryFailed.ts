import type { CommandContext } from './commandContext'
import { pickSpec } from './pickSpec'
import { startRun } from './startRun'

/** Runs the failed tasks of a spec's last batch again. */
export async function retryFailed(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const spec = await pickSpec(context, raw)
  if (spec !== undefined) await startRun(context, spec, 'retry', [])
}
