import type { Uri } from 'vscode'
import { ConfigurationTarget, workspace } from 'vscode'
import type { Notifications, RevealTerminals, TerminalLayout } from './settingIds'
import { nestSettings, runnerSettings } from './settingIds'

const section = 'parallelTasks'

/** The settings for a run of this document, in the shape of a `--config` file. */
export function runnerConfig(scope: Uri): Record<string, unknown> {
  const configuration = workspace.getConfiguration(section, scope)
  return nestSettings(runnerSettings, (key) => configuration.get(key))
}

/** Name of the chosen executor, `auto` when none is. */
export function executorName(scope?: Uri): string {
  return workspace.getConfiguration(section, scope).get<string>('executor', 'auto')
}

/** How many tasks run at the same time. */
export function maxConcurrent(scope: Uri): number {
  return workspace.getConfiguration(section, scope).get<number>('maxConcurrent', 3)
}

/** Writes the chosen executor: into the workspace when it already has a value there or is asked to, else for the user. */
export async function chooseExecutor(name: string, here: boolean): Promise<void> {
  const configuration = workspace.getConfiguration(section)
  const inWorkspace = here || configuration.inspect('executor')?.workspaceValue !== undefined
  await configuration.update('executor', name, inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global)
}

/** When terminals come to the front. */
export function revealTerminals(): RevealTerminals {
  return workspace.getConfiguration(section).get<RevealTerminals>('terminals.reveal', 'onRun')
}

/** How the terminals of a batch are arranged. */
export function terminalLayout(): TerminalLayout {
  return workspace.getConfiguration(section).get<TerminalLayout>('terminals.layout', 'tabs')
}

/** True when the terminal of a task closes by itself after success. */
export function closeOnSuccess(): boolean {
  return workspace.getConfiguration(section).get<boolean>('terminals.closeOnSuccess', false)
}

/** True when the editor's margin shows the state of tasks. */
export function showsGutterIcons(): boolean {
  return workspace.getConfiguration(section).get<boolean>('editor.gutterIcons', true)
}

/** True when a line beside the text shows how far a parallel group goes. */
export function showsGroupBorders(): boolean {
  return workspace.getConfiguration(section).get<boolean>('editor.groupBorders', true)
}

/** Which ends of a run are told. */
export function notifications(): Notifications {
  return workspace.getConfiguration(section).get<Notifications>('notifications', 'all')
}
