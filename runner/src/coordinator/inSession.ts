import { dirname } from 'node:path'
import type { LockInfo } from '#core/run/lock'
import { UserError } from '../userError'
import { outcomeOf, type Outcome } from './outcome'
import type { RunResult } from './request'
import type { RunContext } from './runContext'
import { openSession, type Session, type SessionPlan } from './session'
import { endOpenAttempts } from './settle'
import { stopReason } from './stopReason'

const exitCodes = { success: 0, failed: 1, cancelled: 130 } as const

/**
 * Opens a session, carries something out, and writes the run's last line. The lock is given back whatever happens.
 * A run that something outside stops (git is locked, the disk is full) ends as failed, or as cancelled when somebody had
 * cancelled it before, with the reason and `resume` as the next step; when not even that can be written down, the reason
 * is thrown as a `UserError`.
 */
export async function inSession(
  plan: SessionPlan,
  carry: (context: RunContext, owner: LockInfo) => Promise<void>,
): Promise<RunResult> {
  const session = await open(plan)
  const { context, lock } = session
  try {
    await carry(context, lock.info)
    return end(context, outcomeOf(context))
  } catch (error) {
    return await stop(context, error)
  } finally {
    context.cancellation.breakOff()
    await session.close()
  }
}

async function open(plan: SessionPlan): Promise<Session> {
  try {
    return await openSession(plan)
  } catch (error) {
    const reason = stopReason(error)
    throw reason === undefined || error instanceof UserError ? error : new UserError(reason)
  }
}

async function stop(context: RunContext, error: unknown): Promise<RunResult> {
  const reason = stopReason(error)
  if (reason === undefined) throw error
  try {
    const { cancellation } = context
    const outcome = cancellation.run.aborted && !cancellation.isBrokenOff() ? 'cancelled' : 'failed'
    await endOpenAttempts(context)
    const next = `parallel-tasks resume ${dirname(context.file)}`
    return end(context, { outcome, reason, next, specComplete: false })
  } catch {
    throw new UserError(reason, 1)
  }
}

function end(context: RunContext, outcome: Outcome): RunResult {
  context.journal.append({ kind: 'runEnded', ...outcome })
  const { specComplete } = outcome
  return { runId: context.runId, exitCode: exitCodes[outcome.outcome], state: context.journal.state(), specComplete }
}
