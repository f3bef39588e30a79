import { interrupted } from '#core/run/verdict'
import type { AttemptState, TaskRunState } from '#core/run/runState'
import { endTree } from '../processes/endTree'
import { attemptVariables } from './attemptScene'
import { setProgressAside, sharedNotesFile } from './attemptFiles'
import { recordResult } from './ralphState'
import { warn, type RunContext } from './runContext'
import { keepNotesAfter } from './sharedNotes'
import { taskName } from './taskText'
import { abandonWorkplace } from './workplace'

/**
 * Settles what a dead runner left: ends the processes of its unfinished attempts, found by start time and by their
 * environment, and records those attempts as interrupted, which uses up no try. Siblings that had ended stay as they are.
 */
export async function settleAttempts(context: RunContext): Promise<void> {
  tellDamage(context)
  await endOpenAttempts(context)
  await settleResults(context)
}

function tellDamage(context: RunContext): void {
  const { damaged, folder } = context.journal
  if (damaged === 0) return
  const lines = damaged === 1 ? '1 line' : `${damaged} lines`
  warn(
    context,
    'journal-damaged',
    `${lines} of the journal in ${folder} cannot be read; what it told may be done again.`,
  )
}

/** Ends the processes of all attempts without a verdict and records them as interrupted. */
export async function endOpenAttempts(context: RunContext): Promise<void> {
  for (const task of context.journal.state()?.tasks.values() ?? []) {
    for (const attempt of task.attempts) if (attempt.verdict === null) await settleAttempt(context, task, attempt)
  }
}

async function settleAttempt(context: RunContext, task: TaskRunState, attempt: AttemptState): Promise<void> {
  const variables = attemptVariables(context.runId, task.index, attempt.attempt)
  const roots = [
    { pid: attempt.pid, start: attempt.pidStart },
    { pid: attempt.verifyPid, start: attempt.verifyPidStart },
  ]
  for (const { pid, start } of roots) {
    const root = pid === null || start === null ? undefined : { pid, start }
    const survivors = await endTree({ root, variables }, context.timing)
    for (const survivor of survivors)
      warn(
        context,
        'survivors',
        `Process ${survivor.pid} of ${taskName(task)} could not be ended. End it by hand.`,
        task.index,
      )
  }
  if (attempt.progressFile === sharedNotesFile) keepNotesAfter(context, task.index, attempt.attempt)
  else setProgressAside(context, task.index, String(attempt.attempt))
  await abandonWorkplace(context, task.index, attempt.attempt)
  context.journal.append({
    kind: 'attemptEnded',
    index: task.index,
    attempt: attempt.attempt,
    verdict: interrupted.verdict,
    cause: interrupted.cause,
    reason: interrupted.reason,
    durationMs: Math.max(0, Date.now() - Date.parse(attempt.startedAt)),
    counts: interrupted.counts,
    changedFiles: null,
  })
}

/** The state file may lag behind the journal by what the dead runner had not written yet. */
async function settleResults(context: RunContext): Promise<void> {
  const state = context.journal.state()
  const batch = state?.batches.at(-1)
  if (batch === undefined || batch.phase === 'ended') return
  for (const index of batch.indices) {
    const attempt = state?.tasks.get(index)?.attempts.at(-1)
    if (attempt?.verdict === undefined || attempt.verdict === null) continue
    const { verdict, cause, reason, counts } = attempt
    await recordResult(context, index, { verdict, cause, reason, counts })
  }
}
