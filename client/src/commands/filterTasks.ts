import type { TreeFilter } from '../tree/treeFilter'
import { openTasksView } from './openTasksView'
import type { CommandHandler } from './table'

/** A command that leaves only certain tasks in the Tasks view. */
export function filterTasks(filter: TreeFilter): CommandHandler {
  return async ({ tree }) => {
    tree.setFilter(filter)
    await openTasksView()
  }
}
