import * as l10n from '@vscode/l10n'
import type { Memento, TreeDataProvider } from 'vscode'
import { EventEmitter, TreeItem, Uri, window, workspace } from 'vscode'
import { coalesce } from '../platform/coalesce'
import type { ContextKeys } from '../platform/contextKeys'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import type { RunStore } from '../runs/runStore'
import type { SpecStore } from '../specs/specStore'
import { workspacePlaces } from '../specs/workspacePlaces'
import type { ExecutorWatch } from '../status/executorWatch'
import { begunTasks } from './begunTasks'
import { filterTexts } from './filterTexts'
import type { TreeFilter } from './treeFilter'
import { treeItem } from './treeItem'
import type { TreeNode } from './treeModel'
import { createTreeRows } from './treeRows'
import type { ViewMemory } from './viewMemory'
import { keepView, recallView } from './viewMemory'

/** What commands ask of the Tasks view. */
export interface TasksView extends Disposable {
  /** The chosen rows, in the order of the view. */
  readonly selection: () => readonly TreeNode[]
  setFilter(filter: TreeFilter): void
  /** Whether the view goes along with the task that began last. */
  follow(on: boolean): void
}

/** What the view is made from. */
export interface TasksViewOptions {
  readonly specs: SpecStore
  readonly runs: RunStore
  readonly executors: ExecutorWatch
  readonly memento: Memento
  /** Begins what is lazy; resolves when the specs are known. */
  readonly start: () => Promise<void>
  readonly setKeys: (keys: Partial<ContextKeys>) => void
  readonly onError: (error: unknown) => void
}

/** Makes the view `parallelTasks.tasks`: rows from the specs, their state from the runs, refreshed row by row. */
export function createTasksView(options: TasksViewOptions): TasksView {
  const { specs, runs, executors, memento } = options
  const owned = createDisposableStore()
  let memory = recallView(memento)
  const fileOf = (uri: string): string => Uri.parse(uri).fsPath
  const rows = owned.add(
    createTreeRows(
      {
        specs,
        runs,
        fileOf,
        places: () => workspacePlaces(specs.all()),
        standing: () => ({ trusted: workspace.isTrusted, missingExecutor: executors.missing() }),
      },
      memory.filter,
    ),
  )
  const changed = owned.add(new EventEmitter<TreeNode[] | undefined>())
  owned.add(rows.onDidChange((nodes) => changed.fire(nodes && [...nodes])))

  const provider: TreeDataProvider<TreeNode> = {
    onDidChangeTreeData: changed.event,
    getParent: (node) => node.parent,
    getTreeItem(node) {
      const row = rows.row(node)
      // Rows that a filter unfolds are other rows to VS Code, so that it forgets no folding of the person's.
      const id = rows.filter() === 'all' ? node.id : `${node.id}@${rows.filter()}`
      return row === undefined ? new TreeItem('') : treeItem(id, row)
    },
    async getChildren(node) {
      // After a failed start the welcome text offers to try again; asking here would go round for ever.
      if (node === undefined && !specs.loaded() && !specs.failed()) await options.start().catch(options.onError)
      if (node === undefined && specs.all().length > 0) executors.look()
      return [...rows.children(node)]
    },
  }
  const view = owned.add(
    window.createTreeView('parallelTasks.tasks', {
      treeDataProvider: provider,
      showCollapseAll: true,
      canSelectMany: true,
    }),
  )
  const showMemory = (): void => {
    const { short, long } = filterTexts(memory.filter)
    view.description = short
    // A message would stand in the place of the welcome text of an empty tree.
    view.message = specs.all().length > 0 ? long : ''
    options.setKeys({ 'parallelTasks.filter': memory.filter, 'parallelTasks.following': memory.following })
  }
  const remember = (next: Partial<ViewMemory>): void => {
    memory = { ...memory, ...next }
    keepView(memento, memory)
    showMemory()
  }
  showMemory()

  let begun: TreeNode | undefined
  // After the rows have been drawn: showing a row while VS Code asks for rows can break the view.
  const revealing = owned.add(
    coalesce(() => {
      if (begun === undefined || !memory.following || !view.visible) return
      view.reveal(begun, { select: true, focus: false }).then(undefined, options.onError)
    }, 600),
  )
  const updateBadge = (): void => {
    const count = rows.running().length
    view.badge = count === 0 ? undefined : { value: count, tooltip: l10n.t('{0} running', count) }
  }
  owned.add(
    specs.onDidChange(() => {
      updateBadge()
      showMemory()
    }),
  )
  owned.add(
    runs.onDidChange((change) => {
      updateBadge()
      const spec = specs.all().find(({ uri }) => fileOf(uri) === change.view.file)
      const index = begunTasks(change).at(-1)
      if (spec === undefined || index === undefined) return
      begun = rows.find(spec.uri, index)
      revealing.request()
    }),
  )
  owned.add(workspace.onDidGrantWorkspaceTrust(rows.noticesChanged))
  owned.add(executors.onDidChange(rows.noticesChanged))
  const clock = setInterval(() => {
    if (view.visible) rows.tick()
  }, 1000)
  owned.add({ dispose: () => clearInterval(clock) })

  return {
    selection: () => view.selection,
    setFilter(filter) {
      remember({ filter })
      rows.setFilter(filter)
    },
    follow(on) {
      remember({ following: on })
      begun = rows.running().at(-1)
      revealing.request()
    },
    dispose: () => owned.dispose(),
  }
}
