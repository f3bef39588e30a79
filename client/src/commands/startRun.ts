import * as l10n from '@vscode/l10n'
import { Uri, commands, window } from 'vscode'
import type { SpecOutline } from '#core/wire/messages'
import { unlinked } from '#core/text/unlinked'
import { RunRefused } from '../runs/launch'
import type { RunOrder } from '../runs/launch'
import { AgentMissing } from '../runs/launchWithShell'
import type { CommandContext } from './commandContext'
import { requireTrust } from './requireTrust'
import { tasksAreSaved } from './savedTasks'

/** Begins a run of a spec: asks for trust, sees to a live run and unsaved tasks, and tells why when it cannot begin. */
export async function startRun(
  context: CommandContext,
  spec: SpecOutline,
  command: RunOrder['command'],
  flags: readonly string[],
): Promise<void> {
  const uri = Uri.parse(spec.uri)
  if (!(await requireTrust())) return
  if (!(await isFree(context, spec, uri))) return
  if (!(await tasksAreSaved(uri))) return
  context.log.info(`${command} ${spec.name} ${flags.join(' ')}`.trim())
  try {
    const view = await context.launch({ command, file: uri.fsPath, flags }, uri)
    if (view.life !== 'live') context.tellEnd(view)
  } catch (error) {
    if (!(error instanceof RunRefused)) throw error
    await tellRefusal(context, error)
  }
}

async function isFree(context: CommandContext, spec: SpecOutline, uri: Uri): Promise<boolean> {
  const view = await context.runs.examine(uri.fsPath)
  if (view?.life !== 'live') return true
  const show = l10n.t('Show Terminals')
  const stop = l10n.t('Stop Run')
  const choice = await window.showWarningMessage(
    unlinked(l10n.t('{0} is being run already. One run of a spec goes on at a time.', spec.name)),
    show,
    stop,
  )
  if (choice === show) context.terminals.showAll(uri.fsPath)
  if (choice === stop) await context.controls.cancel(uri.fsPath, null)
  return false
}

async function tellRefusal(context: CommandContext, error: RunRefused): Promise<void> {
  if (error.exitCode === 0) {
    void window.showInformationMessage(l10n.t('Nothing to run: what was asked for is done.'))
    return
  }
  context.log.warn(error.message)
  const doctor = l10n.t('Doctor')
  if (error instanceof AgentMissing) {
    const select = l10n.t('Select Executor')
    const choice = await window.showWarningMessage(unlinked(error.message), select, doctor)
    if (choice === select) await commands.executeCommand('parallelTasks.selectExecutor')
    if (choice === doctor) await commands.executeCommand('parallelTasks.doctor')
    return
  }
  const output = l10n.t('Show Output')
  const choice = await window.showErrorMessage(unlinked(error.message), doctor, output)
  if (choice === doctor) await commands.executeCommand('parallelTasks.doctor')
  if (choice === output) context.showOutput()
}
