import * as l10n from '@vscode/l10n'
import { Uri, commands, window, workspace } from 'vscode'
import { besidePage } from '../platform/besidePage'
import { UserError } from '../platform/userError'
import type { CommandContext } from './commandContext'
import { sampleSpec } from './sampleSpec'

/**
 * Writes the sample spec into a workspace folder, opens it and sees to it that it is known.
 * Undefined when there is no folder, or the person chose none.
 */
export async function writeSample(context: CommandContext): Promise<Uri | undefined> {
  const folder = await pickFolder()
  if (folder === undefined) return undefined
  const uri = await freePlace(folder)
  await workspace.fs.writeFile(uri, new TextEncoder().encode(sampleSpec()))
  await window.showTextDocument(uri, { viewColumn: besidePage() })
  await context.ready()
  await context.specs.refresh()
  return uri
}

/** True for the path of a sample spec's tasks document. */
export function isSample(path: string): boolean {
  return /\/specs\/sample(-\d+)?\/tasks\.md$/.test(path)
}

async function pickFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? []
  if (folders.length > 1)
    return (await window.showWorkspaceFolderPick({ placeHolder: l10n.t('Where should the sample go?') }))?.uri
  const folder = folders[0]?.uri
  if (folder !== undefined) return folder
  const choice = await window.showInformationMessage(
    l10n.t('Open a folder first; the sample spec is written into it.'),
    l10n.t('Open Folder'),
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
  throw new UserError(l10n.t('There are a hundred sample specs already; remove some of the folders specs/sample-*.'))
}
