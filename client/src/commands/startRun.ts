import * as l10n from '@vscode/l10n'
import { Uri, commands, window, workspace } from 'vscode'
import type { SpecOutline } from '#core/wire/messages'
import { executorName } from '../platform/settings'
import { RunRefused } from '../runs/launch'
import type { RunOrder } from '../runs/launch'
import type { CommandContext } from './commandContext'
import { readDoctorReport } from './doctorReport'
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
    await tellRefusal(context, error, { spec, command, flags })
  }
}

interface Order {
  readonly spec: SpecOutline
  readonly command: RunOrder['command']
  readonly flags: readonly string[]
}

async function isFree(context: CommandContext, spec: SpecOutline, uri: Uri): Promise<boolean> {
  const view = await context.runs.examine(uri.fsPath)
  if (view?.life !== 'live') return true
  const show = l10n.t('Show Terminals')
  const stop = l10n.t('Stop Run')
  const choice = await window.showWarningMessage(
    l10n.t('{0} is being run already. One run of a spec goes on at a time.', spec.name),
    show,
    stop,
  )
  if (choice === show) context.terminals.showAll(uri.fsPath)
  if (choice === stop) await context.controls.cancel(uri.fsPath, null)
  return false
}

async function tellRefusal(context: CommandContext, error: RunRefused, order: Order): Promise<void> {
  context.log.warn(error.message)
  if (await lacksAgent(context, order)) return offerShell(context, order)
  const doctor = l10n.t('Doctor')
  const output = l10n.t('Show Output')
  const choice = await window.showErrorMessage(error.message, doctor, output)
  if (choice === doctor) await commands.executeCommand('parallelTasks.doctor')
  if (choice === output) context.showOutput()
}

/** True when the settings leave the choice to us and there is nothing to choose. */
async function lacksAgent(context: CommandContext, { spec, flags }: Order): Promise<boolean> {
  const uri = Uri.parse(spec.uri)
  if (executorName(uri) !== 'auto' || flags.includes('--executor')) return false
  const folder = workspace.getWorkspaceFolder(uri)?.uri ?? Uri.joinPath(uri, '..')
  const report = readDoctorReport((await context.askDoctor(['--json'], folder)).stdout)
  return report !== undefined && !report.executors.some(({ isAuto }) => isAuto)
}

/** The way on for somebody without an agent: tasks that bring their own commands need none. */
async function offerShell(context: CommandContext, { spec, command, flags }: Order): Promise<void> {
  const withShell = l10n.t('Run With Shell')
  const select = l10n.t('Select Executor')
  const doctor = l10n.t('Doctor')
  const choice = await window.showWarningMessage(
    l10n.t(
      'No coding agent is installed here. Tasks that bring their own commands can run with the shell executor; for others, install an agent or name a program of yours.',
    ),
    withShell,
    select,
    doctor,
  )
  if (choice === withShell) await startRun(context, spec, command, [...flags, '--executor', 'shell'])
  if (choice === select) await commands.executeCommand('parallelTasks.selectExecutor')
  if (choice === doctor) await commands.executeCommand('parallelTasks.doctor')
}
