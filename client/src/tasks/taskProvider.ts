import { basename, dirname, relative } from 'node:path'
import type { Disposable, Task as VsTask, TaskDefinition, WorkspaceFolder } from 'vscode'
import { CustomExecution, ProcessExecution, Task, TaskScope, Uri, tasks, workspace } from 'vscode'
import type { SpecOutline } from '#core/wire/messages'
import type { RunnerProgram } from '../runs/runnerProcess'
import { readDefinition, type TaskWish, taskType } from './definition'
import { offeredTasks } from './offeredTasks'
import { createRunTerminal } from './runTerminal'
import { refusal, type TaskServices, workFor } from './taskWork'

/** The problem matcher of the manifest that reads `lint` and the failures of a run. */
const matcher = '$parallel-tasks'

const source = 'Parallel Tasks'

/** What the provider needs. */
export interface TaskProviderOptions extends TaskServices {
  readonly program: RunnerProgram
}

/**
 * Offers groups as VS Code tasks and carries out entries of tasks.json: as the same detached run that a lens starts,
 * with a terminal that shows it. In Restricted Mode there are none.
 */
export function registerTaskProvider(options: TaskProviderOptions): Disposable {
  return tasks.registerTaskProvider(taskType, {
    async provideTasks() {
      if (!workspace.isTrusted) return []
      await options.ready()
      return options.specs.all().flatMap((spec) => tasksOfSpec(options, spec))
    },
    resolveTask({ definition, name, scope }) {
      if (!workspace.isTrusted) return undefined
      return makeTask(options, definition, { name, folder: isFolder(scope) ? scope : undefined })
    },
  })
}

function tasksOfSpec(options: TaskProviderOptions, spec: SpecOutline): readonly VsTask[] {
  const uri = Uri.parse(spec.uri)
  const folder = workspace.getWorkspaceFolder(uri)
  if (folder === undefined) return []
  // A folder stands for the tasks.md in it; a document of another name is named itself.
  const subject = /^tasks\.md$/i.test(basename(uri.fsPath)) ? dirname(uri.fsPath) : uri.fsPath
  const name = relative(folder.uri.fsPath, subject).replaceAll('\\', '/')
  return offeredTasks(spec, name === '' ? '.' : name).map((offer) => {
    const task = makeTask(options, offer.definition, { name: offer.name, folder })
    task.detail = offer.detail
    return task
  })
}

function makeTask(
  options: TaskProviderOptions,
  definition: TaskDefinition,
  { name, folder }: { readonly name: string; readonly folder: WorkspaceFolder | undefined },
): VsTask {
  const scope = folder ?? TaskScope.Workspace
  const base = folder?.uri.fsPath ?? workspace.workspaceFolders?.[0]?.uri.fsPath ?? process.cwd()
  const read = readDefinition(definition)
  // The language server shows a spec's problems already: a matcher would show each of them twice.
  if (read.ok && read.wish.command === 'lint')
    return new Task(definition, scope, name, source, lint(options.program, read.wish, base), [])
  const execution = new CustomExecution(async () =>
    createRunTerminal(read.ok ? await workFor(options, read.wish, base) : refusal(options, read.message)),
  )
  return new Task(definition, scope, name, source, execution, [matcher])
}

function lint(program: RunnerProgram, wish: TaskWish, cwd: string): ProcessExecution {
  return new ProcessExecution(program.node, [program.script, 'lint', wish.spec], {
    cwd,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  })
}

function isFolder(scope: VsTask['scope']): scope is WorkspaceFolder {
  return typeof scope === 'object'
}
