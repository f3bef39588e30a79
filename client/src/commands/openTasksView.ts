import { commands } from 'vscode'

/** Brings the tasks view to the front. */
export async function openTasksView(): Promise<void> {
  await commands.executeCommand('parallelTasks.tasks.focus')
}
