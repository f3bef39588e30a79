import * as l10n from '@vscode/l10n'
import type { RunOrder } from './launch'
import { RunRefused } from './launch'
import type { RunView } from './runView'

/** No agent is installed, and the tasks cannot do without one. */
export class AgentMissing extends RunRefused {}

/**
 * Starts a run. A new one goes, where nothing is chosen and no agent is installed, to the built-in shell executor: it takes tasks
 * that bring their own commands. `lacksAgent` is asked only after a refusal. Throws `AgentMissing` when the shell cannot take
 * them either, and `RunRefused` as the start itself does.
 */
export async function launchWithShell(
  order: RunOrder,
  launch: (order: RunOrder) => Promise<RunView>,
  lacksAgent: () => Promise<boolean>,
): Promise<RunView> {
  try {
    return await launch(order)
  } catch (error) {
    // With exit code 0 there was nothing to do.
    const refused = error instanceof RunRefused && error.exitCode !== 0
    // What an agent has begun is not gone on with by a shell, which would run commands that were meant as hints.
    const isFree = order.command === 'run' && !order.flags.includes('--executor')
    if (!refused || !isFree || !(await lacksAgent().catch(() => false))) throw error
  }
  try {
    return await launch({ ...order, flags: [...order.flags, '--executor', 'shell'] })
  } catch (error) {
    if (!(error instanceof RunRefused)) throw error
    throw new AgentMissing(
      l10n.t('No coding agent is installed here, and without one: {0}', error.message),
      error.exitCode,
    )
  }
}
