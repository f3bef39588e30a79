import { RelativePattern, Uri, workspace } from 'vscode'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import type { SpecStore } from '../specs/specStore'
import type { RunStore } from './runStore'
import type { RunView } from './runView'

/** What attaching to runs needs. */
export interface AttachOptions {
  readonly specs: SpecStore
  readonly runs: RunStore
  /** A run whose runner is gone without having said so. */
  readonly onInterrupted: (view: RunView) => void
  readonly onError: (error: unknown) => void
}

/**
 * Finds the runs of all known specs: those that went on while no window was there, those of the command line,
 * and those that were interrupted. Looks when the specs are listed and whenever a lock appears.
 */
export function attachRuns(options: AttachOptions): Disposable {
  const { specs, runs, onError } = options
  const owned = createDisposableStore()
  const seen = new Set<string>()

  const examine = async (uri: string): Promise<void> => {
    const view = await runs.examine(Uri.parse(uri).fsPath)
    if (view?.life === 'interrupted') options.onInterrupted(view)
  }
  owned.add(
    specs.onDidChange(({ kind }) => {
      if (kind !== 'list') return
      if (specs.all().length > 0) watchFolders()
      for (const { uri } of specs.all()) {
        if (seen.has(uri)) continue
        seen.add(uri)
        examine(uri).catch(onError)
      }
    }),
  )
  const watchFolder = (folder: Uri): void => {
    const watcher = owned.add(
      workspace.createFileSystemWatcher(new RelativePattern(folder, '**/.parallel-tasks/lock'), false, true, false),
    )
    const look = (lock: Uri): void => {
      const home = Uri.joinPath(lock, '..', '..').fsPath
      for (const { uri } of specs.all())
        if (Uri.joinPath(Uri.parse(uri), '..').fsPath === home) examine(uri).catch(onError)
    }
    owned.add(watcher.onDidCreate(look))
    owned.add(watcher.onDidDelete(look))
  }
  let watching = false
  // Where no spec is there is nothing to watch.
  const watchFolders = (): void => {
    if (watching) return
    watching = true
    for (const folder of workspace.workspaceFolders ?? []) watchFolder(folder.uri)
    owned.add(workspace.onDidChangeWorkspaceFolders(({ added }) => added.forEach(({ uri }) => watchFolder(uri))))
  }
  return owned
}
