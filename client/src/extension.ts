import { homedir, hostname } from 'node:os'
import { dirname, join } from 'node:path'
import type { ExtensionContext } from 'vscode'
import { Uri, window, workspace } from 'vscode'
import type { ExtensionApi } from './api'
import type { CommandContext } from './commands/commandContext'
import type { ExecutorReport } from './commands/executorList'
import { readExecutors } from './commands/executorList'
import { registerCommands } from './commands/registerCommands'
import { offerEditorFeatures } from './editor/editorFeatures'
import { markOf } from './editor/taskMarks'
import { registerIntegrations } from './integrations'
import { applySettingsAtOnce } from './liveSettings'
import { createContextKeys } from './platform/contextKeys'
import { createDisposableStore } from './platform/disposables'
import { speakDisplayLanguage } from './platform/language'
import { errorText } from './platform/log'
import { createReadOnlyText } from './platform/readOnlyText'
import {
  closeOnSuccess,
  executorName,
  notifications,
  revealTerminals,
  runnerConfig,
  showsGutterIcons,
  terminalLayout,
} from './platform/settings'
import type { RunnerAnswer } from './runs/askRunner'
import { askRunner } from './runs/askRunner'
import { attachRuns } from './runs/attach'
import { writeConfig } from './runs/configFile'
import { createControls } from './runs/controls'
import { editOpenDocument } from './runs/editorEdits'
import { launchRun } from './runs/launch'
import { launchWithShell } from './runs/launchWithShell'
import { createAliveCheck } from './runs/processAlive'
import { createRunArchive } from './runs/runArchive'
import { createRunStore } from './runs/runStore'
import type { RunView } from './runs/runView'
import { tellServerOfRuns } from './runs/tellServer'
import { createRunsView } from './runsView/runsView'
import type { LanguageClientModule } from './specs/languageServer'
import { createLazyServer } from './specs/lazyServer'
import { createSpecStore } from './specs/specStore'
import { startWhenNeeded } from './specs/startWhenNeeded'
import { tasksGlobs } from './specs/tasksFiles'
import { keepContextKeys } from './status/contextState'
import { createEndNotification } from './status/endNotification'
import { createExecutorWatch, missingExecutor } from './status/executorWatch'
import { tellInterruptedOnce } from './status/interruptedOnce'
import { createStatusBar } from './status/statusBar'
import type { Renderer } from './terminals/renderer'
import { rendererFor } from './terminals/rendererFor'
import { createTerminalBoard } from './terminals/terminalBoard'
import { createTimelines } from './timeline/timelines'
import { createTasksView } from './tree/tasksView'

/** Puts the extension together. Nothing is read or started here; that begins when a tasks.md is there or the view is shown. */
export function activate(extension: ExtensionContext): ExtensionApi {
  speakDisplayLanguage()
  const owned = createDisposableStore()
  extension.subscriptions.push(owned)
  const log = owned.add(window.createOutputChannel('Parallel Tasks', { log: true }))
  const onError = (error: unknown): void => log.error(errorText(error))
  const inDist = (name: string): string => join(extension.extensionPath, 'dist', name)
  const program = { node: process.execPath, script: inDist('runner.js'), env: process.env }
  const storage = (extension.storageUri ?? extension.globalStorageUri).fsPath

  const server = owned.add(
    createLazyServer(async () => {
      // A bundle of its own: the language client is large, and most windows never need it.
      const { startLanguageServer }: LanguageClientModule = require('./languageClient.js')
      const started = await startLanguageServer({ module: inDist('server.js'), patterns: tasksGlobs(), log })
      owned.add(started.onRestarted(() => void specs.refresh().then(teller.retell).catch(onError)))
      return started
    }),
  )
  const specs = owned.add(createSpecStore(server.connect, onError))
  const runs = owned.add(createRunStore({ isAlive: createAliveCheck(), host: hostname(), pollMs: 500, onError }))
  const controls = owned.add(createControls(runs, editOpenDocument))
  const teller = owned.add(tellServerOfRuns(specs, runs, server))
  const starter = owned.add(startWhenNeeded(specs, onError))
  const terminals = owned.add(
    createTerminalBoard({
      runs,
      reveal: revealTerminals,
      closeOnSuccess,
      layout: terminalLayout,
      rendererFor: rendererOf,
      stopTask: (file, index) => void controls.cancel(file, index).catch(onError),
    }),
  )
  const specOf = (file: string): { readonly name: string; readonly uri: string } =>
    specs.all().find(({ uri }) => Uri.parse(uri).fsPath === file) ?? { name: file, uri: Uri.file(file).toString() }
  const endNotification = owned.add(createEndNotification({ runs, setting: notifications, specOf }))
  const setKeys = createContextKeys()
  const askDoctor = async (args: readonly string[], folder: Uri): Promise<RunnerAnswer> => {
    const config = await writeConfig(storage, folder.fsPath, runnerConfig(folder))
    return askRunner(program, ['doctor', ...args, '--config', config], folder.fsPath)
  }
  const executorsAt = async (folder: Uri): Promise<readonly ExecutorReport[]> =>
    readExecutors((await askDoctor(['--json'], folder)).stdout)
  const executors = owned.add(
    createExecutorWatch({
      chosen: executorName,
      mayAsk: () => workspace.isTrusted,
      ask: () => executorsAt(anyFolder()),
    }),
  )
  const tree = owned.add(
    createTasksView({
      specs,
      runs,
      executors,
      memento: extension.workspaceState,
      start: starter.start,
      setKeys,
      onError,
    }),
  )

  owned.add(applySettingsAtOnce({ specs, runs, server, teller, controls, executors, onError }))
  const archive = createRunArchive()
  const runsView = owned.add(createRunsView(specs, runs, archive, starter.start))

  const context: CommandContext = {
    specs,
    runs,
    archive,
    controls,
    terminals,
    timelines: owned.add(createTimelines({ home: extension.extensionUri, specs, runs, ready: starter.start, onError })),
    tree,
    executors,
    log,
    readOnlyText: owned.add(createReadOnlyText()),
    ready: starter.start,
    launch: (order, uri) => {
      const options = { program, runs, storage, cwd: folderOf(uri), config: runnerConfig(uri) }
      return launchWithShell(
        order,
        (one) => launchRun(one, options),
        async () =>
          executorName(uri) === 'auto' &&
          missingExecutor('auto', await executorsAt(Uri.file(folderOf(uri)))) === 'auto',
      )
    },
    askDoctor,
    askReport: (run, out) => askRunner(program, ['report', run, '--out', out], dirname(out)),
    showOlderRuns: runsView.showOlder,
    showOutput: () => log.show(),
    tellEnd: endNotification.tell,
  }
  owned.add(registerCommands(context))
  const integrations = owned.add(
    registerIntegrations({
      ...context,
      program,
      version: String(extension.extension.packageJSON.version),
      renderer: (view) => rendererOf(view)(),
      config: (subject) => writeConfig(storage, subject.fsPath, runnerConfig(subject)),
      folderOf,
      isMarked: (spec, task) => showsGutterIcons() && markOf(task, runs.get(Uri.parse(spec.uri).fsPath)) !== undefined,
      onMarksChanged: runs.onDidChange,
      onError,
    }),
  )
  owned.add(createStatusBar(specs, runs))
  owned.add(
    offerEditorFeatures({
      specs,
      runs,
      rendererFor: rendererOf,
      media: Uri.joinPath(extension.extensionUri, 'media'),
      foldersOf: terminals.foldersOf,
    }),
  )
  owned.add(keepContextKeys(specs, runs, setKeys))
  owned.add(
    attachRuns({
      specs,
      runs,
      onInterrupted: tellInterruptedOnce(extension.workspaceState, endNotification.tell),
      onError,
    }),
  )
  return {
    ready: starter.start,
    specs: () => specs.all(),
    runs: () => runs.all(),
    testController: () => integrations.tests.controller(),
  }
}

/** How to show the logs of a run's executor. */
function rendererOf(view: RunView): () => Renderer {
  return rendererFor(view.state.executor, workspace.getConfiguration('parallelTasks').get('executors'))
}

/** A folder for questions that are about no document. */
function anyFolder(): Uri {
  return workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir())
}

/** Where a run is started: the document's workspace folder, else its own folder. */
function folderOf(uri: Uri): string {
  return workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? Uri.joinPath(uri, '..').fsPath
}
