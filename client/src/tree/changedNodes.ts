import type { RunChange } from '../runs/runView'
import type { TreeModel, TreeNode } from './treeModel'

/** The rows of a spec that show something else after a change of its run: the tasks, and everything above them. */
export function changedNodes(model: TreeModel, uri: string, change: RunChange): readonly TreeNode[] {
  const nodes = new Set<TreeNode>()
  const add = (node: TreeNode | undefined): void => {
    for (let at = node; at !== undefined; at = at.parent) nodes.add(at)
  }
  add(model.find(uri, 'spec', 0))
  for (const index of changedTasks(change)) add(model.find(uri, 'task', index))
  return [...nodes]
}

/** Indices of the tasks that a change touched: all of both runs when the run or its life is another. */
function changedTasks({ view, before }: RunChange): readonly number[] {
  const now = view.state.tasks
  if (before === undefined || before.life !== view.life || before.state.runId !== view.state.runId)
    return [...new Set([...now.keys(), ...(before?.state.tasks.keys() ?? [])])]
  return [...now].flatMap(([index, task]) => (before.state.tasks.get(index) === task ? [] : [index]))
}
