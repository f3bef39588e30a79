import { taskAt } from '../specs/outlineQueries'
import { isRunning, shownStatus } from '../specs/taskStatus'
import type { RunChange, RunView } from '../runs/runView'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import type { Listen } from '../platform/signal'
import { createSignal } from '../platform/signal'
import type { RunStore } from '../runs/runStore'
import type { SpecStore } from '../specs/specStore'
import { changedNodes } from './changedNodes'
import type { Notice, NoticeSource } from './notices'
import { noticesOf } from './notices'
import { createRefreshQueue } from './refreshQueue'
import type { Row } from './row'
import { rowOf } from './rowOf'
import type { TreeFilter } from './treeFilter'
import { passes } from './treeFilter'
import type { TreeNode } from './treeModel'
import { createTreeModel, tasksBelow } from './treeModel'

/** What the rows are made from. */
export interface RowSources {
  readonly specs: Pick<SpecStore, 'all' | 'get' | 'onDidChange'>
  readonly runs: Pick<RunStore, 'get' | 'onDidChange'>
  /** Absolute path of a tasks document. */
  readonly fileOf: (uri: string) => string
  /** Where each spec stands, as far as its name does not tell. */
  readonly places: () => ReadonlyMap<string, string>
  readonly standing: () => Pick<NoticeSource, 'trusted' | 'missingExecutor'>
}

/** The rows of the Tasks view, and which of them show something else than when they were last asked for. */
export interface TreeRows extends Disposable {
  /** Rows to ask for again; undefined for all. */
  readonly onDidChange: Listen<readonly TreeNode[] | undefined>
  /** The rows below a row, or the topmost ones, as the filter leaves them. */
  children(node: TreeNode | undefined): readonly TreeNode[]
  row(node: TreeNode): Row | undefined
  /** A task's row; its spec's when it has none. */
  find(uri: string, index: number): TreeNode | undefined
  filter(): TreeFilter
  setFilter(filter: TreeFilter): void
  /** The rows of all tasks that run now. */
  running(): readonly TreeNode[]
  /** Draws the clocks of running tasks anew. */
  tick(): void
  /** Something that notices speak of has changed. */
  readonly noticesChanged: () => void
}

/** Keeps the rows in step with specs and runs. Asked for again are only rows that were given out and show something else now. */
export function createTreeRows(sources: RowSources, filterAtFirst: TreeFilter): TreeRows {
  const { specs, runs, fileOf } = sources
  const owned = createDisposableStore()
  const changed = owned.add(createSignal<readonly TreeNode[] | undefined>())
  const model = createTreeModel()
  let filter = filterAtFirst
  const viewOf = (uri: string): RunView | undefined => runs.get(fileOf(uri))
  // What VS Code was given last: each row, and which rows stand below it.
  const drawn = new Map<string, string>()
  const given = new Map<string, string>()
  const notices = new Map<string, { readonly node: TreeNode; row: Row }>()

  const isShown = (node: TreeNode): boolean => {
    const data = model.data(node)
    if (filter === 'all' || data === undefined) return true
    const view = viewOf(node.uri)
    return tasksBelow(data).some((task) => !task.container && passes(filter, shownStatus(task, view)))
  }
  const noticeNode = ({ name, row }: Notice): TreeNode => {
    const known = notices.get(name)
    if (known !== undefined) known.row = row
    const node = known?.node ?? { id: `notice/${name}`, uri: '', parent: undefined, kind: 'notice', at: 0 }
    notices.set(name, { node, row })
    return node
  }
  const topRows = (): readonly TreeNode[] => {
    // Without any spec the view's welcome text speaks, and it needs an empty tree.
    if (model.roots().length === 0) return []
    const shown = model.roots().filter(isShown)
    const interrupted = specs.all().flatMap((spec) => {
      const view = viewOf(spec.uri)
      return view?.life === 'interrupted' ? [{ spec, view }] : []
    })
    const source = { ...sources.standing(), interrupted, filter, nothingShown: shown.length === 0 }
    return [...noticesOf(source).map(noticeNode), ...shown]
  }
  const below = (node: TreeNode | undefined): readonly TreeNode[] =>
    node === undefined ? topRows() : model.children(node).filter(isShown)
  const rowNow = (node: TreeNode): Row | undefined => {
    if (node.kind === 'notice') return notices.get(node.id.slice('notice/'.length))?.row
    const data = model.data(node)
    if (data === undefined) return undefined
    const place = sources.places().get(node.uri)
    const onlySpec = model.roots().length === 1
    const row = rowOf(data, { view: viewOf(node.uri), onlySpec, place, now: Date.now() })
    return filter === 'all' || row.fold === 'none' ? row : { ...row, fold: 'expanded' }
  }
  const isStale = (node: TreeNode): boolean =>
    (drawn.has(node.id) && drawn.get(node.id) !== JSON.stringify(rowNow(node))) ||
    (given.has(node.id) && given.get(node.id) !== idsOf(below(node)))
  const topIsStale = (): boolean => given.has('') && given.get('') !== idsOf(below(undefined))

  const refreshing = owned.add(
    createRefreshQueue((nodes) => {
      if (nodes.some(({ kind }) => kind === 'spec') && topIsStale()) return changed.fire(undefined)
      const stale = nodes.filter(isStale)
      if (stale.length > 0) changed.fire(stale)
    }),
  )
  owned.add(
    specs.onDidChange((change) => {
      const spec = change.kind === 'list' ? undefined : specs.get(change.uri)
      if (spec === undefined) model.replaceAll(specs.all())
      else model.replace(spec)
      const root = spec && model.find(spec.uri, 'spec', 0)
      changed.fire(root === undefined || topIsStale() ? undefined : [root])
    }),
  )
  owned.add(
    runs.onDidChange((change: RunChange) => {
      const spec = specs.all().find(({ uri }) => fileOf(uri) === change.view.file)
      if (spec !== undefined) refreshing.add(changedNodes(model, spec.uri, change))
    }),
  )
  const running = (): readonly TreeNode[] =>
    specs.all().flatMap((spec) => {
      const view = viewOf(spec.uri)
      if (view?.life !== 'live') return []
      return [...view.state.tasks.keys()].flatMap((index) => {
        const task = taskAt(spec, index)
        if (task === undefined || !isRunning(shownStatus(task, view))) return []
        return model.find(spec.uri, 'task', index) ?? []
      })
    })

  return {
    onDidChange: changed.event,
    children(node) {
      const rows = below(node)
      given.set(node?.id ?? '', idsOf(rows))
      return rows
    },
    row(node) {
      const row = rowNow(node)
      drawn.set(node.id, JSON.stringify(row))
      return row
    },
    find: (uri, index) => model.find(uri, 'task', index) ?? model.find(uri, 'spec', 0),
    filter: () => filter,
    setFilter(next) {
      filter = next
      changed.fire(undefined)
    },
    running,
    tick: () => refreshing.add(running()),
    noticesChanged() {
      if (topIsStale()) changed.fire(undefined)
    },
    dispose: () => owned.dispose(),
  }
}

function idsOf(nodes: readonly TreeNode[]): string {
  return nodes.map(({ id }) => id).join('\n')
}
