import { coalesce } from '../platform/coalesce'
import type { Disposable } from '../platform/disposables'
import type { TreeNode } from './treeModel'

/** Gathers rows to refresh, so that a busy run does not keep the view drawing. */
export interface RefreshQueue extends Disposable {
  add(nodes: Iterable<TreeNode>): void
}

/**
 * Fires task rows soon and the rows above them a little later: VS Code draws everything below a row
 * that has rows of its own anew, a task's row it draws alone.
 */
export function createRefreshQueue(fire: (nodes: TreeNode[]) => void): RefreshQueue {
  const leaves = queue(fire, 100)
  const parents = queue(fire, 300)
  return {
    add(nodes) {
      for (const node of nodes) (node.kind === 'task' ? leaves : parents).add(node)
    },
    dispose() {
      leaves.dispose()
      parents.dispose()
    },
  }
}

function queue(fire: (nodes: TreeNode[]) => void, delayMs: number): Disposable & { add(node: TreeNode): void } {
  const waiting = new Set<TreeNode>()
  const firing = coalesce(() => {
    const nodes = Array.from(waiting)
    waiting.clear()
    fire(nodes)
  }, delayMs)
  return {
    add(node) {
      waiting.add(node)
      firing.request()
    },
    dispose: () => firing.dispose(),
  }
}
