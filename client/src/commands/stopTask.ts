import { Uri } from 'vscode'
import type { TaskOutline } from '#core/wire/messages'
import { isRunning, shownStatus } from '../specs/taskStatus'
import type { CommandContext } from './commandContext'
import { pickTasks } from './pickTasks'

/** Stops one running or queued task, or the chosen ones; the others go on. */
export async function stopTask(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const stoppable = (task: TaskOutline): boolean =>
    context.runs.all().some((view) => {
      const status = shownStatus(task, view)
      return view.life === 'live' && (isRunning(status) || status === 'queued')
    })
  const target = await pickTasks(context, raw, stoppable)
  if (target === undefined) return
  const file = Uri.parse(target.spec.uri).fsPath
  await Promise.all(target.tasks.map(({ index }) => context.controls.cancel(file, index)))
}
