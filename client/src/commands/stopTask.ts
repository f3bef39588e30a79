import { Uri } from 'vscode'
import type { TaskOutline } from '#core/wire/messages'
import { isRunning, shownStatus } from '../specs/taskStatus'
import type { CommandContext } from './commandContext'
import { pickTask } from './pickTask'

/** Stops one running or queued task; the others go on. */
export async function stopTask(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const stoppable = (task: TaskOutline): boolean =>
    context.runs.all().some((view) => {
      const status = shownStatus(task, view)
      return view.life === 'live' && (isRunning(status) || status === 'queued')
    })
  const target = await pickTask(context, raw, stoppable)
  if (target !== undefined) await context.controls.cancel(Uri.parse(target.spec.uri).fsPath, target.task.index)
}
