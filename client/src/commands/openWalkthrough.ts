import { commands } from 'vscode'

/** The walkthrough's id: the extension's, and that of `contributes.walkthroughs`. */
const walkthroughId = 'parallel-tasks.parallel-tasks#gettingStarted'

/** Opens the walkthrough that leads from an empty folder to a finished parallel run. */
export async function openWalkthrough(): Promise<void> {
  await commands.executeCommand('workbench.action.openWalkthrough', walkthroughId, false)
}
