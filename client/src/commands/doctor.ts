import { homedir } from 'node:os'
import { Uri, window, workspace } from 'vscode'
import { UserError } from '../platform/userError'
import type { CommandContext } from './commandContext'
import { requireTrust } from './requireTrust'

/** Shows which executors are usable and what would stop a run. */
export async function doctor(context: CommandContext): Promise<void> {
  if (!(await requireTrust())) return
  const active = window.activeTextEditor?.document.uri
  const spec = active && context.specs.get(active.toString())
  const folder = (active && workspace.getWorkspaceFolder(active)) ?? workspace.workspaceFolders?.[0]
  const answer = await window.withProgress({ location: { viewId: 'parallelTasks.tasks' } }, () =>
    context.askDoctor(spec ? [Uri.parse(spec.uri).fsPath] : [], folder?.uri ?? Uri.file(homedir())),
  )
  const report = answer.stdout.trim() === '' ? answer.stderr : answer.stdout
  if (report.trim() === '')
    throw new UserError('The doctor said nothing. See the Parallel Tasks output for the reason.')
  await context.readOnlyText.show('Doctor', report)
}
