import type { Memento } from 'vscode'
import type { TreeFilter } from './treeFilter'
import { asFilter } from './treeFilter'

/** How a person left the Tasks view, kept for the next window on this workspace. */
export interface ViewMemory {
  readonly filter: TreeFilter
  /** The view goes along with the task that began last. */
  readonly following: boolean
}

const key = 'tasksView'

/** Reads what was kept; everything shown and nothing followed when nothing was. */
export function recallView(memento: Memento): ViewMemory {
  const kept = memento.get<Partial<ViewMemory>>(key, {})
  return { filter: asFilter(kept.filter), following: kept.following === true }
}

/** Keeps how the view is now. */
export function keepView(memento: Memento, memory: ViewMemory): void {
  void memento.update(key, memory)
}
