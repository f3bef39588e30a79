import type { Judgement } from '#core/run/verdict'
import { attemptVariables, type AttemptScene } from './attemptScene'
import type { RunContext } from './runContext'
import { verifyTask } from './verifyTask'

/** Runs the Verify commands of an attempt and judges them. Their output follows the executor's in the log. */
export async function runVerify(context: RunContext, scene: AttemptScene): Promise<Judgement> {
  const { task, attempt } = scene
  const { index } = task
  return verifyTask(task.fields.verify, {
    cwd: scene.place.root,
    env: scene.env,
    log: scene.files.logPath,
    timeoutMs: context.options.taskTimeoutMs,
    timing: context.timing,
    signal: scene.signal,
    variables: attemptVariables(context.runId, index, attempt),
    onStarted: (command, { pid, start: pidStart }) =>
      context.journal.append({ kind: 'verifyStarted', index, attempt, command, pid, pidStart }),
    onEnded: (command, { code, signal }) =>
      context.journal.append({ kind: 'verifyEnded', index, attempt, command, code, signal }),
  })
}
