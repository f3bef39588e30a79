import type { TaskRunState } from '#core/run/runState'
import { failed } from '#core/run/verdict'
import { untickTasks } from '../files/tick'
import { recordResult } from './ralphState'
import type { RunContext } from './runContext'

/**
 * Makes a success a failure after all: git or a hook refused its commit, or its work does not fit together with
 * that of others. Its box is open again; its files stay as they are.
 */
export async function failAfterAll(
  context: RunContext,
  task: TaskRunState,
  why: { readonly cause: string; readonly reason: string },
): Promise<void> {
  const attempt = task.attempts.at(-1)
  if (attempt === undefined) return
  const judgement = failed(why.cause, why.reason)
  if (task.ticked)
    await untickTasks({
      file: context.file,
      tasks: [task],
      parse: (text) => context.parse(text),
      editor: context.askEditor,
    })
  context.journal.append({
    kind: 'attemptEnded',
    index: task.index,
    attempt: attempt.attempt,
    verdict: judgement.verdict,
    cause: judgement.cause,
    reason: judgement.reason,
    durationMs: attempt.durationMs ?? 0,
    counts: true,
    changedFiles: attempt.changedFiles === null ? null : [...attempt.changedFiles],
  })
  await recordResult(context, task.index, judgement)
}
