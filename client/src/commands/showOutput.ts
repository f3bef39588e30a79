import type { CommandContext } from './commandContext'

/** Shows the output channel. */
export async function showOutput(context: CommandContext): Promise<void> {
  context.showOutput()
}
