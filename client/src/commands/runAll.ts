import type { CommandContext } from './commandContext'
import { pickSpec } from './pickSpec'
import { startRun } from './startRun'

/** Runs everything that is left of a spec, to its end or to the first task that fails for good. */
export async function runAll(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const spec = await pickSpec(context, raw)
  if (spec !== undefined) await startRun(context, spec, 'run', ['--all'])
}
