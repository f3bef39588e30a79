import { Uri } from 'vscode'
import { methods } from '#core/wire/messages'
import { coalesce } from '../platform/coalesce'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import type { LazyServer } from '../specs/lazyServer'
import type { SpecStore } from '../specs/specStore'
import type { RunStore } from './runStore'
import { summarise } from './summary'

/** Keeps the server in step with the runs. */
export interface RunTeller extends Disposable {
  /** Tells everything again: to a server that has just been started. */
  readonly retell: () => void
}

/** Tells the server how runs stand, so that lenses and hovers show it; at most five times a second. */
export function tellServerOfRuns(specs: SpecStore, runs: RunStore, server: LazyServer): RunTeller {
  const owned = createDisposableStore()
  const changed = new Set<string>()
  const sending = owned.add(
    coalesce(() => {
      const connection = server.current()
      if (connection === undefined) return
      for (const spec of specs.all()) {
        const file = Uri.parse(spec.uri).fsPath
        const view = runs.get(file)
        if (view === undefined || !changed.delete(view.file)) continue
        connection.notify(methods.runChanged, { uri: spec.uri, run: summarise(view) }).catch(() => {})
      }
    }, 200),
  )
  owned.add(
    runs.onDidChange(({ view }) => {
      changed.add(view.file)
      sending.request()
    }),
  )
  return {
    retell() {
      for (const view of runs.all()) changed.add(view.file)
      sending.request()
    },
    dispose: () => owned.dispose(),
  }
}
