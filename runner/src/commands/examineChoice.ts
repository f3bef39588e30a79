import type { Task } from '#core/document/tasksDocument'
import { isRunnable } from '#core/plan/plan'
import type { Settings } from '#core/settings/settings'
import { checkExecutor } from '../coordinator/checkExecutor'
import { resolveExecutor } from '../executors/resolve'
import type { ProgramPlaces } from '../executors/findProgram'
import { UserError } from '../userError'
import type { Finding } from './finding'

/**
 * What stops the executor that the settings name from carrying out the open tasks of a spec; nothing when it can. A
 * warning where some of them can run all the same, for they bring their commands along.
 */
export function examineChoice(tasks: readonly Task[], settings: Settings, places: ProgramPlaces): readonly Finding[] {
  const { executor: name, executors, verify } = settings
  const open = tasks.filter(isRunnable)
  if (open.length === 0) return []
  try {
    checkExecutor(open, resolveExecutor(name, executors, places), { verify })
    return []
  } catch (refusal) {
    if (!(refusal instanceof UserError)) throw refusal
    const some = (name === 'auto' || name === 'shell') && open.some((task) => bringsCommands(task, verify))
    return [{ level: some ? 'warning' : 'error', topic: 'executor', message: refusal.message, next: null }]
  }
}

/** Whether the shell can carry out a task. */
function bringsCommands(task: Task, verify: boolean): boolean {
  try {
    checkExecutor([task], { kind: 'shell', name: 'shell' }, { verify })
    return true
  } catch {
    return false
  }
}
