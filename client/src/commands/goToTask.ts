import { Position, Range, Uri, window } from 'vscode'
import type { CommandContext } from './commandContext'
import { pickTask } from './pickTask'

/** Shows a task's place in its document. */
export async function goToTask(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const target = await pickTask(context, raw, () => true)
  if (target === undefined) return
  const at = new Position(target.task.line, 0)
  await window.showTextDocument(Uri.parse(target.spec.uri), { selection: new Range(at, at), preserveFocus: false })
}
