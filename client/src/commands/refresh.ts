import { Uri } from 'vscode'
import type { CommandContext } from './commandContext'

/** Reads all specs and their newest runs anew. */
export async function refresh(context: CommandContext): Promise<void> {
  await context.ready()
  await context.specs.refresh()
  context.executors.lookAgain()
  await Promise.all(context.specs.all().map((spec) => context.runs.examine(Uri.parse(spec.uri).fsPath)))
}
