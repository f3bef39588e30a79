import type { CommandContext } from './commandContext'
import { uriOf } from './rawArguments'

/** Shows more runs of a spec in the Runs view. */
export async function showOlderRuns(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const uri = uriOf(raw[0])
  if (uri !== undefined) context.showOlderRuns(uri)
}
