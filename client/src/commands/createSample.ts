import { Uri, commands, window, workspace } from 'vscode'
import { chooseExecutor, executorName } from '../platform/settings'
import { UserError } from '../platform/userError'
import type { CommandContext } from './commandContext'
import { runGroup } from './runGroup'
import { sampleSpec } from './sampleSpec'

/** Writes a small spec that runs without any agent, opens it, and offers to run its group. */
export async function createSample(context: CommandContext): Promise<void> {
  const folder = await pickFolder()
  if (folder === undefined) return
  const uri = await freePlace(folder)
  await workspace.fs.writeFile(uri, new TextEncoder().encode(sampleSpec))
  await window.showTextDocument(uri)
  await context.ready()
  await context.specs.refresh()
  if (!workspace.isTrusted) return
  const usesShell = executorName(uri) === 'shell'
  const run = usesShell ? 'Run Parallel Group' : 'Use Shell Executor and Run'
  const choice = await window.showInformationMessage(
    usesShell
      ? 'The sample spec is ready. Its parallel group can run right away.'
      : 'The sample spec is ready. It needs no coding agent: the built-in shell executor can run it.',
    run,
  )
  if (choice === undefined) return
  if (!usesShell) await chooseExecutor('shell', true)
  await runGroup(context, [uri.toString(), 0])
}

async function pickFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? []
  if (folders.length > 1)
    return (await window.showWorkspaceFolderPick({ placeHolder: 'Where should the sample go?' }))?.uri
  const folder = folders[0]?.uri
  if (folder !== undefined) return folder
  const choice = await window.showInformationMessage(
    'Open a folder first; the sample spec is written into it.',
    'Open Folder',
  )
  if (choice !== undefined) await commands.executeCommand('workbench.action.files.openFolder')
  return undefined
}

/** `specs/sample/tasks.md`, or with a number when that is taken. */
async function freePlace(folder: Uri): Promise<Uri> {
  for (let number = 1; number < 100; number++) {
    const uri = Uri.joinPath(folder, 'specs', number === 1 ? 'sample' : `sample-${number}`, 'tasks.md')
    const taken = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    )
    if (!taken) return uri
  }
  throw new UserError('There are a hundred sample specs already; remove some of the folders specs/sample-*.')
}
