import type { TextDocument } from 'vscode'
import { workspace } from 'vscode'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import { onSettingChange } from '../platform/settingChanges'
import type { SpecStore } from './specStore'
import { isTasksFile, tasksGlobs } from './tasksFiles'

/** Starts the work of the extension once, when there is something to work on. */
export interface Starter extends Disposable {
  /** Starts the server if need be and resolves when the specs are known. A failed start is tried again. */
  readonly start: () => Promise<void>
}

/** Waits for a tasks document: an open one, one that is opened later, or one in the workspace. Does nothing else until then. */
export function startWhenNeeded(specs: SpecStore, onError: (error: unknown) => void): Starter {
  const owned = createDisposableStore()
  let starting: Promise<void> | undefined
  const start = (): Promise<void> => {
    starting ??= specs.refresh().catch((error: unknown) => {
      starting = undefined
      throw error
    })
    return starting
  }
  const startFor = (document: TextDocument): void => {
    if (starting === undefined && isTasksFile(document)) start().catch(onError)
  }
  owned.add(workspace.onDidOpenTextDocument(startFor))
  const look = (): void => {
    workspace.textDocuments.forEach(startFor)
    if (starting === undefined) void startForWorkspace(start).catch(onError)
  }
  const first = setImmediate(look)
  owned.add(onSettingChange(['files.include'], look))
  owned.add({ dispose: () => clearImmediate(first) })
  return { start, dispose: () => owned.dispose() }
}

async function startForWorkspace(start: () => Promise<void>): Promise<void> {
  const [found] = await workspace.findFiles(`{${tasksGlobs().join(',')}}`, '**/node_modules/**', 1)
  if (found !== undefined) await start()
}
