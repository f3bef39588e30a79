import type { CommandContext } from './commandContext'
import { nodeOf, nodesOf } from './rawArguments'
import { resume } from './resume'
import { runAll } from './runAll'
import { runGroup } from './runGroup'
import { runPhase } from './runPhase'
import { runTask } from './runTask'

/** Runs what is chosen in the view: a spec, a phase, a group, a task, or several of them. */
export async function runSelected(context: CommandContext, raw: readonly unknown[]): Promise<void> {
  const row = nodeOf(raw[0])
  if (row === undefined || nodesOf(raw[1]).length > 1) return runTask(context, raw)
  switch (row.kind) {
    case 'spec':
      return runAll(context, raw)
    case 'phase':
      return runPhase(context, raw)
    case 'group':
      return runGroup(context, raw)
    case 'task':
      return runTask(context, raw)
    case 'notice':
      return resume(context, [])
  }
}
