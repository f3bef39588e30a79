import type { TreeDataProvider } from 'vscode'
import { EventEmitter, Uri, env, window } from 'vscode'
import { coalesce } from '../platform/coalesce'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import type { RunArchive } from '../runs/runArchive'
import type { RunStore } from '../runs/runStore'
import type { SpecStore } from '../specs/specStore'
import { runsItem } from './runsItem'
import type { RunNode, RunsNode } from './runsNode'
import { createRunsTree } from './runsTree'

/** The view of runs. */
export interface RunsView extends Disposable {
  /** Shows more of a spec's runs. */
  readonly showOlder: (uri: string) => void
}

/**
 * Makes the view `parallelTasks.runs`. Journals are read when their rows are drawn; while the view is hidden
 * nothing is read and no clock ticks.
 */
export function createRunsView(
  specs: SpecStore,
  runs: RunStore,
  archive: RunArchive,
  onVisible: () => Promise<void>,
): RunsView {
  const owned = createDisposableStore()
  const changed = owned.add(new EventEmitter<RunsNode[] | undefined>())
  const tree = createRunsTree({ specs, runs, archive, fileOf: (uri) => Uri.parse(uri).fsPath })
  // The rows of live runs that VS Code holds now: only those have a clock.
  let live: readonly RunNode[] = []
  const drawn = (nodes: readonly RunsNode[]): RunsNode[] => {
    const uris = new Set(nodes.map(({ uri }) => uri))
    const lives = nodes.filter((node): node is RunNode => node.kind === 'run' && node.life === 'live')
    live = [...live.filter(({ uri }) => !uris.has(uri)), ...lives]
    return [...nodes]
  }
  const provider: TreeDataProvider<RunsNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => runsItem(node, Date.now(), env.language),
    async getChildren(node) {
      if (node?.kind === 'run') return [...(await tree.children(node))]
      if (node !== undefined) return drawn(await tree.children(node))
      if (!specs.loaded()) await onVisible()
      return drawn(await tree.roots())
    },
  }
  const view = owned.add(window.createTreeView('parallelTasks.runs', { treeDataProvider: provider }))
  let isStale = false
  let clock: NodeJS.Timeout | undefined
  const isLive = (): boolean => runs.all().some(({ life }) => life === 'live')
  const keepTime = (): void => {
    const ticks = view.visible && isLive()
    if (ticks) clock ??= setInterval(() => changed.fire([...live]), 1000)
    else {
      clearInterval(clock)
      clock = undefined
    }
  }
  const refresh = (): void => {
    keepTime()
    isStale = !view.visible
    if (view.visible) changed.fire(undefined)
  }
  const refreshing = owned.add(coalesce(refresh, 300))
  owned.add(view.onDidChangeVisibility(() => (isStale ? refresh() : keepTime())))
  owned.add(runs.onDidChange(() => refreshing.request()))
  owned.add(
    specs.onDidChange(({ kind }) => {
      if (kind === 'list') refreshing.request()
    }),
  )
  owned.add({ dispose: () => clearInterval(clock) })
  return {
    showOlder(uri) {
      tree.showOlder(uri)
      refresh()
    },
    dispose: () => owned.dispose(),
  }
}
