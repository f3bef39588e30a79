import type { Terminal } from 'vscode'
import type { TaskRunState } from '#core/run/runState'
import { isTerminalNameOf } from './terminalName'

/**
 * The terminals of these tasks that nobody feeds any more. When the extension host dies, the window keeps what it
 * showed; the new host meets such a terminal as a stranger that has the name of one of its own.
 */
export function strandedTerminals<T extends Pick<Terminal, 'name'>>(
  all: readonly T[],
  own: ReadonlySet<T>,
  tasks: readonly TaskRunState[],
): readonly T[] {
  return all.filter((terminal) => !own.has(terminal) && tasks.some((task) => isTerminalNameOf(terminal.name, task)))
}
