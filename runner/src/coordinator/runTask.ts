import { interrupted } from '#core/run/verdict'
import { runAttempt } from './attempt'
import type { AttemptPlan } from './attemptPlan'
import type { AttemptResult } from './attemptScene'
import type { RunContext } from './runContext'
import { recordIteration } from './ralphState'

/** A task that waits for its turn; its attempt number is taken from the journal. */
export type TaskPlan = Omit<AttemptPlan, 'attempt' | 'earlierFailure'>

/**
 * Runs a task until it succeeds, fails for good or is cancelled. A limit holds it back and uses up no try.
 * undefined when it never started.
 */
export async function runTask(context: RunContext, plan: TaskPlan): Promise<AttemptResult | undefined> {
  const { index } = plan.task
  const signal = context.cancellation.task(index)
  let result: AttemptResult | undefined
  for (let tries = 0; tries <= context.options.retries;) {
    if (!(await context.gate.enter(signal))) return result
    const known = context.journal.state()?.tasks.get(index)?.attempts ?? []
    if (tries > 0) await recordIteration(context, known.filter((attempt) => attempt.counts).length + 1)
    const last = known.at(-1)
    const earlierFailure = last?.reason !== undefined && last.cause !== interrupted.cause ? last.reason : null
    result = await runAttempt(context, { ...plan, attempt: (last?.attempt ?? 0) + 1, earlierFailure })
    context.gate.report(result.limit)
    if (result.verdict === 'success' || result.verdict === 'cancelled' || result.verdict === 'interrupted')
      return result
    if (result.limit === null) tries++
  }
  return result
}
