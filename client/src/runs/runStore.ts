import { basename, resolve } from 'node:path'
import type { Disposable } from '../platform/disposables'
import type { Listen } from '../platform/signal'
import { createSignal } from '../platform/signal'
import { readLock, runFolder, runIds } from './runFolder'
import type { IsAlive, RunFollower } from './runFollower'
import { followRun } from './runFollower'
import type { RunChange, RunView } from './runView'

/** Knows the newest run of every spec that was examined, and follows the live ones. Holds nothing but folds of journals. */
export interface RunStore extends Disposable {
  /** Looks for the newest run of a tasks document and follows it while it lives. Undefined when it never ran. */
  examine(file: string): Promise<RunView | undefined>
  get(file: string): RunView | undefined
  all(): readonly RunView[]
  readonly onDidChange: Listen<RunChange>
}

interface Entry {
  readonly runId: string
  view: RunView | undefined
  follower: RunFollower | undefined
}

/** What the store needs from outside. */
export interface RunStoreOptions {
  readonly isAlive: IsAlive
  readonly host: string
  /** How often a live run is looked at when the system does not tell of changes. */
  readonly pollMs: number
  readonly onError: (error: unknown) => void
}

/** Makes an empty store. */
export function createRunStore(options: RunStoreOptions): RunStore {
  const entries = new Map<string, Entry>()
  const changes = createSignal<RunChange>(options.onError)

  const follow = (file: string, entry: Entry): RunFollower => {
    const { runId } = entry
    const folder = runFolder(file, runId)
    const follower = followRun({
      ...options,
      file,
      folder,
      runId,
      onState(state, life) {
        // Another Markdown file of the same folder may have been run; its indices mean other tasks.
        if (basename(state.file) !== basename(file)) return
        const before = entry.view
        entry.view = { file, folder, state, life }
        changes.fire({ view: entry.view, before })
      },
      onQuiet() {
        entry.follower?.dispose()
        entry.follower = undefined
      },
    })
    return follower
  }

  return {
    onDidChange: changes.event,
    get: (file) => entries.get(resolve(file))?.view,
    all: () => [...entries.values()].flatMap((entry) => entry.view ?? []),
    async examine(given) {
      const file = resolve(given)
      const runId = (await readLock(file))?.runId ?? (await runIds(file))[0]
      if (runId === undefined) return undefined
      let entry = entries.get(file)
      if (entry?.runId !== runId) {
        entry?.follower?.dispose()
        entry = { runId, view: undefined, follower: undefined }
        entries.set(file, entry)
      }
      entry.follower ??= follow(file, entry)
      await entry.follower.look()
      return entry.view
    },
    dispose() {
      for (const entry of entries.values()) entry.follower?.dispose()
      entries.clear()
      changes.dispose()
    },
  }
}
