import { homedir } from 'node:os'
import * as l10n from '@vscode/l10n'
import { Uri, window, workspace } from 'vscode'
import type { SpecOutline } from '#core/wire/messages'
import { executorName } from '../platform/settings'
import { UserError } from '../platform/userError'
import type { CommandContext } from './commandContext'
import { doctorPage, untrustedPage } from './doctorPage'
import { readDoctorReport } from './doctorReport'

/** Shows which executors are usable and what would stop a run, with a fix for what can be fixed from here. */
export async function doctor(context: CommandContext): Promise<void> {
  // Looking again replaces the page.
  const page = `${l10n.t('Doctor')}.md`
  if (!workspace.isTrusted) return context.readOnlyText.show(page, untrustedPage())
  const spec = subjectOf(context)
  const uri = spec && Uri.parse(spec.uri)
  const folder = ((uri && workspace.getWorkspaceFolder(uri)) ?? workspace.workspaceFolders?.[0])?.uri
  const answer = await window.withProgress({ location: { viewId: 'parallelTasks.tasks' } }, () =>
    context.askDoctor([...(uri ? [uri.fsPath] : []), '--json'], folder ?? Uri.file(homedir())),
  )
  const report = readDoctorReport(answer.stdout)
  if (report === undefined) {
    context.log.error(`The doctor said: ${answer.stderr || answer.stdout}`)
    throw new UserError(l10n.t('The doctor gave no report. See the Parallel Tasks output for the reason.'))
  }
  const inFolder = spec !== undefined || folder !== undefined
  await context.readOnlyText.show(page, doctorPage(report, { chosen: executorName(folder), spec, inFolder }))
}

/** The spec in the active editor, else the only one. */
function subjectOf({ specs }: CommandContext): SpecOutline | undefined {
  const active = window.activeTextEditor?.document.uri
  const open = active && specs.get(active.toString())
  const all = specs.all()
  return open ?? (all.length === 1 ? all[0] : undefined)
}
