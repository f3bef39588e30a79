import type { Uri } from 'vscode'
import type { Disposable } from './platform/disposables'
import { createDisposableStore } from './platform/disposables'
import { registerLanguageModelTools } from './languageModel/languageModelTools'
import { registerMcpServers } from './languageModel/mcpServers'
import { askRunner } from './runs/askRunner'
import type { RunnerProgram } from './runs/runnerProcess'
import { registerTaskProvider } from './tasks/taskProvider'
import type { TaskServices } from './tasks/taskWork'
import { createTestExplorer, type TestExplorer, type TestExplorerOptions } from './testing/testExplorer'
import { runVerifyProcess } from './testing/verifyProcess'

/** What VS Code's tasks, tests and agents need to start the headless program. */
export interface IntegrationOptions extends TaskServices, Omit<TestExplorerOptions, 'verify'> {
  readonly program: RunnerProgram
  readonly version: string
  /** Writes the settings for a document or a folder into a file and gives its path. */
  readonly config: (subject: Uri) => Promise<string>
  /** Where the headless program is started for a document. */
  readonly folderOf: (uri: Uri) => string
}

/** The places of VS Code where our work shows up among that of others: tasks, tests, agents. */
export interface Integrations extends Disposable {
  readonly tests: TestExplorer
}

/** Registers all of them. Nothing is read or started before somebody asks. */
export function registerIntegrations(options: IntegrationOptions): Integrations {
  const { program, config, folderOf } = options
  const owned = createDisposableStore()
  owned.add(registerTaskProvider(options))
  const tests = owned.add(
    createTestExplorer({
      ...options,
      verify: (stop) => async (uri, flags, onEvent) => {
        const args = [uri.fsPath, ...flags, '--config', await config(uri)]
        return runVerifyProcess(program, { args, cwd: folderOf(uri), stop }, onEvent)
      },
    }),
  )
  owned.add(
    registerLanguageModelTools({
      ...options,
      ask: async (uri, args) => askRunner(program, [...args, '--config', await config(uri)], folderOf(uri)),
    }),
  )
  owned.add(registerMcpServers(options))
  return { tests, dispose: () => owned.dispose() }
}
