import { Uri } from 'vscode'
import type { Disposable } from './platform/disposables'
import { createDisposableStore } from './platform/disposables'
import { onSettingChange } from './platform/settingChanges'
import { maxConcurrent } from './platform/settings'
import type { Controls } from './runs/controls'
import type { RunStore } from './runs/runStore'
import type { RunTeller } from './runs/tellServer'
import type { LazyServer } from './specs/lazyServer'
import type { SpecStore } from './specs/specStore'
import type { ExecutorWatch } from './status/executorWatch'

/** The parts that a changed setting reaches. */
export interface LiveSettingsOptions {
  readonly specs: SpecStore
  readonly runs: RunStore
  readonly server: LazyServer
  readonly teller: RunTeller
  readonly controls: Controls
  readonly executors: ExecutorWatch
  readonly onError: (error: unknown) => void
}

/** Lets changed settings take effect where they are not read anew each time they are used. */
export function applySettingsAtOnce(options: LiveSettingsOptions): Disposable {
  const { specs, runs, server, teller, controls, executors, onError } = options
  const owned = createDisposableStore()
  owned.add(onSettingChange(['executor', 'executors'], executors.lookAgain))
  owned.add(
    onSettingChange(['maxConcurrent'], () => {
      for (const { file } of runs.all()) controls.limit(file, maxConcurrent(Uri.file(file))).catch(onError)
    }),
  )
  const startAnew = async (): Promise<void> => {
    // The language client says which documents it is for once, at its start.
    if (!(await server.end())) return
    await specs.refresh()
    teller.retell()
  }
  owned.add(onSettingChange(['files.include'], () => void startAnew().catch(onError)))
  return owned
}
