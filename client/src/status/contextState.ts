import { Uri } from 'vscode'
import type { ContextKeys } from '../platform/contextKeys'
import { coalesce } from '../platform/coalesce'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import type { RunStore } from '../runs/runStore'
import type { SpecStore } from '../specs/specStore'

/** Keeps the context keys of menus and welcome views in step with specs and runs. */
export function keepContextKeys(
  specs: SpecStore,
  runs: RunStore,
  set: (keys: Partial<ContextKeys>) => void,
): Disposable {
  const owned = createDisposableStore()
  const fileOf = (uri: string): string => Uri.parse(uri).fsPath
  const isLive = (file: string): boolean => runs.get(file)?.life === 'live'
  const update = owned.add(
    coalesce(() => {
      const views = runs.all()
      set({
        'parallelTasks.loaded': specs.loaded(),
        'parallelTasks.hasSpecs': specs.all().length > 0,
        'parallelTasks.running': views.some((view) => view.life === 'live'),
        'parallelTasks.hasRun': views.length > 0,
        'parallelTasks.hasSucceeded': views.some((view) => view.life === 'ended' && view.state.outcome === 'success'),
        'parallelTasks.hasFailed': views.some((view) => view.life === 'ended' && view.state.outcome === 'failed'),
        'parallelTasks.hasInterrupted': views.some((view) => view.life === 'interrupted'),
        'parallelTasks.canRun': specs.all().some((spec) => spec.done < spec.total && !isLive(fileOf(spec.uri))),
        'parallelTasks.hasCommits': views.some(({ state }) => [...state.tasks.values()].some(({ commit }) => commit)),
        'parallelTasks.unreadable': specs.failed(),
        'parallelTasks.specFiles': specs.all().map(({ uri }) => fileOf(uri)),
      })
    }, 50),
  )
  owned.add(specs.onDidChange(() => update.request()))
  owned.add(runs.onDidChange(() => update.request()))
  return owned
}
