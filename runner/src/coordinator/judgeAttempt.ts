import { cancelled, failed } from '#core/run/verdict'
import { beginChanges } from './attemptChanges'
import type { AttemptResult, AttemptScene } from './attemptScene'
import type { ExecutorCommand } from './executorCommand'
import { runExecutor } from './runExecutor'
import type { RunContext } from './runContext'
import { runVerify } from './runVerify'

/** A task that verifies is judged by its Verify first: when that passes, no executor is needed. */
export async function judgeAttempt(
  context: RunContext,
  scene: AttemptScene,
  command: ExecutorCommand | undefined,
): Promise<AttemptResult> {
  if (scene.signal.aborted) return { ...cancelled, ...untouched }
  const commands = context.options.verify ? (scene.task.fields.verify?.commands ?? []) : []
  const verifiesFirst = commands.length > 0 && (scene.task.verification || command === undefined)
  if (verifiesFirst) {
    const early = await runVerify(context, scene)
    if (early.verdict === 'success' || early.verdict === 'cancelled' || command === undefined)
      return { ...early, ...untouched }
  }
  if (command === undefined) return nothingToRun()
  // What Verify leaves behind (reports, caches) is not the attempt's work: the changes are those of the executor.
  const changes = await beginChanges(context, scene.place)
  const heard = await runExecutor(context, scene, command)
  const changedFiles = await changes.end()
  if (heard.verdict !== 'success' || commands.length === 0) return { ...heard, changedFiles }
  return { ...(await runVerify(context, scene)), limit: null, changedFiles }
}

/** Of an attempt without an executor. */
export const untouched = { limit: null, changedFiles: null } as const

function nothingToRun(): AttemptResult {
  const reason = 'It has no Verify command that could judge it, and no commands to run.'
  return { ...failed('nothing-to-run', reason), ...untouched }
}
