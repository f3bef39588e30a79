import type { CommandContext } from './commandContext'
import { pickRun } from './pickRun'

/** Opens the timeline of the run it is called on, else of the newest run of a spec. */
export async function showTimeline(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const run = await pickRun(context, raw)
  if (run !== undefined) context.timelines.show(run)
}
