import { Uri, commands, window } from 'vscode'
import type { SpecOutline } from '#core/wire/messages'
import { executorName } from '../platform/settings'
import { RunRefused } from '../runs/launch'
import type { RunOrder } from '../runs/launch'
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
    await tellRefusal(context, error, uri)
  }
}

async function isFree(context: CommandContext, spec: SpecOutline, uri: Uri): Promise<boolean> {
  const view = await context.runs.examine(uri.fsPath)
  if (view?.life !== 'live') return true
  const choice = await window.showWarningMessage(
    `${spec.name} is being run already. One run of a spec goes on at a time.`,
    'Show Terminals',
    'Stop Run',
  )
  if (choice === 'Show Terminals') context.terminals.showAll(uri.fsPath)
  if (choice === 'Stop Run') await context.controls.cancel(uri.fsPath, null)
  return false
}

async function tellRefusal(context: CommandContext, error: RunRefused, uri: Uri): Promise<void> {
  context.log.warn(error.message)
  const steps =
    executorName(uri) === 'auto'
      ? (['Choose Executor', 'Open Settings', 'Show Output'] as const)
      : (['Show Output'] as const)
  const choice = await window.showErrorMessage(error.message, ...steps)
  if (choice === 'Choose Executor') await commands.executeCommand('parallelTasks.selectExecutor')
  if (choice === 'Open Settings')
    await commands.executeCommand('workbench.action.openSettings', 'parallelTasks.executor')
  if (choice === 'Show Output') context.showOutput()
}
