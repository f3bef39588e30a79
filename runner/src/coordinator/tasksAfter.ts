import { findTaskAgain } from '#core/document/tick'
import { assumeDone } from '#core/run/schedule'
import type { TasksNow } from './readTasks'
import type { RunContext } from './runContext'

/** The tasks document as it stands after what this run has ticked, also when an editor has not saved the ticks yet. */
export function tasksAfter(context: RunContext): TasksNow {
  const now = context.readTasks()
  const ticked = [...(context.journal.state()?.tasks.values() ?? [])].filter((task) => task.ticked)
  const indices = new Set(ticked.flatMap((task) => findTaskAgain(now.document, task)?.index ?? []))
  return { ...now, document: assumeDone(now.document, indices) }
}
