import type { TreeDataProvider, TreeView } from 'vscode'
import { EventEmitter, TreeItem, Uri, window, workspace } from 'vscode'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import type { RunStore } from '../runs/runStore'
import type { SpecStore } from '../specs/specStore'
import { taskAt } from '../specs/outlineQueries'
import { isRunning, shownStatus } from '../specs/taskStatus'
import { changedNodes } from './changedNodes'
import { createRefreshQueue } from './refreshQueue'
import type { Row } from './row'
import { rowOf } from './rowOf'
import type { TreeModel, TreeNode } from './treeModel'
import { createTreeModel } from './treeModel'
import { treeItem } from './treeItem'

export interface TasksView extends Disposable {
  readonly view: TreeView<TreeNode>
  /** Selects a task's row and unfolds what it stands in. */
  reveal(uri: string, index: number): Promise<void>
}

/** Makes the view `parallelTasks.tasks`: rows from the specs, their state from the runs, refreshed row by row. */
export function createTasksView(specs: SpecStore, runs: RunStore, onVisible: () => Promise<void>): TasksView {
  const owned = createDisposableStore()
  const model = createTreeModel()
  const changed = owned.add(new EventEmitter<TreeNode | TreeNode[] | undefined>())
  const runOf = (uri: string): ReturnType<RunStore['get']> => runs.get(Uri.parse(uri).fsPath)
  // What each row showed when VS Code last asked; rows that show the same now are left alone.
  const drawn = new Map<string, string>()
  const rowNow = (node: TreeNode): Row | undefined => {
    const data = model.data(node)
    return data && rowOf(data, runOf(node.uri), model.roots().length === 1, Date.now())
  }
  const refreshing = owned.add(
    createRefreshQueue((nodes) => {
      const stale = nodes.filter((node) => drawn.has(node.id) && drawn.get(node.id) !== JSON.stringify(rowNow(node)))
      if (stale.length > 0) changed.fire(stale)
    }),
  )

  const provider: TreeDataProvider<TreeNode> = {
    onDidChangeTreeData: changed.event,
    getParent: (node) => node.parent,
    getTreeItem(node) {
      const row = rowNow(node)
      drawn.set(node.id, JSON.stringify(row))
      return row === undefined ? new TreeItem('') : treeItem(node, row)
    },
    async getChildren(node) {
      if (node !== undefined) return [...model.children(node)]
      if (!specs.loaded()) await onVisible()
      return [...model.roots()]
    },
  }
  const view = owned.add(
    window.createTreeView('parallelTasks.tasks', { treeDataProvider: provider, showCollapseAll: true }),
  )
  view.message = workspace.isTrusted ? '' : 'Restricted Mode: specs can be read here, nothing is run.'
  owned.add(workspace.onDidGrantWorkspaceTrust(() => (view.message = '')))
  const running = (): readonly TreeNode[] => runningNodes(model, specs, runs)
  const updateBadge = (): void => {
    const count = running().length
    view.badge = count === 0 ? undefined : { value: count, tooltip: `${count} running` }
  }

  owned.add(
    specs.onDidChange((change) => {
      if (change.kind === 'list') {
        model.replaceAll(specs.all())
        changed.fire(undefined)
      } else {
        const spec = specs.get(change.uri)
        if (spec !== undefined) model.replace(spec)
        changed.fire(model.find(change.uri, 'spec', 0))
      }
      updateBadge()
    }),
  )
  owned.add(
    runs.onDidChange((change) => {
      const spec = specs.all().find(({ uri }) => Uri.parse(uri).fsPath === change.view.file)
      if (spec === undefined) return
      refreshing.add(changedNodes(model, spec.uri, change))
      updateBadge()
    }),
  )
  const clock = setInterval(() => {
    if (view.visible) refreshing.add(running())
  }, 1000)
  owned.add({ dispose: () => clearInterval(clock) })

  return {
    view,
    async reveal(uri, index) {
      const node = model.find(uri, 'task', index) ?? model.find(uri, 'spec', 0)
      if (node !== undefined) await view.reveal(node, { select: true, focus: false })
    },
    dispose: () => owned.dispose(),
  }
}

/** The rows of all tasks that run now. */
function runningNodes(model: TreeModel, specs: SpecStore, runs: RunStore): readonly TreeNode[] {
  return specs.all().flatMap((spec) => {
    const view = runs.get(Uri.parse(spec.uri).fsPath)
    if (view?.life !== 'live') return []
    return [...view.state.tasks.keys()].flatMap((index) => {
      const task = taskAt(spec, index)
      if (task === undefined || !isRunning(shownStatus(task, view))) return []
      return model.find(spec.uri, 'task', index) ?? []
    })
  })
}
