import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { failed, interrupted } from '#core/run/verdict'
import { isPlainFile } from '../files/plainFile'
import { endTree } from '../processes/endTree'
import { taskEnvironment } from '../processes/environment'
import { attemptFiles, setProgressAside, sharedNotesFile, type AttemptFiles } from './attemptFiles'
import type { AttemptPlan } from './attemptPlan'
import { attemptVariables, type AttemptResult, type AttemptScene } from './attemptScene'
import { executorCommand, type ExecutorCommand } from './executorCommand'
import { executorPrompt } from './executorPrompt'
import { judgeAttempt, untouched } from './judgeAttempt'
import { warn, type RunContext } from './runContext'
import { recordResult } from './ralphState'
import { keepNotesAfter, keepNotesBefore } from './sharedNotes'
import { taskName } from './taskText'
import { abandonWorkplace, openWorkplace, planWorkplace, sealWorkplace, type Workplace } from './workplace'

/** Carries out one attempt from its first journal line to its verdict. Every process of it is gone then. */
export async function runAttempt(context: RunContext, plan: AttemptPlan): Promise<AttemptResult> {
  const { task, attempt } = plan
  const place = planWorkplace(context, plan)
  const files = attemptFiles(context, plan, place)
  const ownNotes = files.progressFile !== sharedNotesFile
  setProgressAside(context, task.index, `before-${attempt}`)
  if (!ownNotes) keepNotesBefore(context, task.index, attempt)
  const prompt = executorPrompt(context, plan, files)
  writeFileSync(files.promptPath, prompt)
  writeFileSync(files.logPath, '')
  const command = executorCommand(context.executor, task, files, context.env)
  const signal = context.cancellation.task(task.index)
  const scene: AttemptScene = {
    ...plan,
    files,
    place,
    prompt,
    signal,
    env: environmentOf(context, plan, { files, place, command }),
  }

  const begun = performance.now()
  context.journal.append({
    kind: 'attemptStarting',
    index: task.index,
    attempt,
    log: files.log,
    progressFile: files.progressFile,
    command: [...(command?.shown ?? ['verify'])],
    worktree: place.worktree?.path ?? null,
  })
  const refused = await openWorkplace(context, plan, place)
  const judged = refused === undefined ? await watched(context, scene, command) : noWorkplace(refused)
  const stopped = judged.verdict === 'cancelled' && context.cancellation.isBrokenOff()
  const kept = judged.verdict === 'success' ? await sealed(context, scene, judged) : judged
  const result = stopped ? { ...judged, ...interrupted } : kept
  if (result.verdict === 'success') bringNotes(context, scene)
  else await dropWork(context, scene)
  const { verdict, cause, reason, counts, changedFiles } = result
  context.journal.append({
    kind: 'attemptEnded',
    index: task.index,
    attempt,
    verdict,
    cause,
    reason,
    durationMs: Math.round(performance.now() - begun),
    counts,
    changedFiles: changedFiles === null ? null : [...changedFiles],
  })
  await recordResult(context, task.index, result)
  return result
}

/** Judges an attempt and leaves no process of it behind, also when something here breaks (a full disk, say). */
async function watched(
  context: RunContext,
  scene: AttemptScene,
  command: ExecutorCommand | undefined,
): Promise<AttemptResult> {
  try {
    return await judgeAttempt(context, scene, command)
  } finally {
    await endLeftovers(context, scene)
  }
}

/** Keeps what a success did in its worktree; one whose work cannot be kept has failed. */
async function sealed(context: RunContext, scene: AttemptScene, result: AttemptResult): Promise<AttemptResult> {
  const kept = await sealWorkplace(context, scene, scene.place)
  if (kept.ok) return { ...result, changedFiles: kept.changed ?? result.changedFiles }
  return { ...failed('no-worktree', `Its work could not be kept in its worktree: ${kept.message}.`), ...untouched }
}

function noWorkplace(message: string): AttemptResult {
  return { ...failed('no-worktree', `Its worktree could not be made: ${message}.`), ...untouched }
}

/** Ends what the attempt left running in the background. Verify, which may need it, is over by then. */
async function endLeftovers(context: RunContext, scene: AttemptScene): Promise<void> {
  const { index } = scene.task
  const known = context.journal.state()?.tasks.get(index)?.attempts.at(-1)
  const root = known?.pid == null || known.pidStart === null ? undefined : { pid: known.pid, start: known.pidStart }
  const variables = attemptVariables(context.runId, index, scene.attempt)
  const survivors = await endTree({ root, variables }, context.timing)
  if (survivors.length > 0) {
    const pids = survivors.map((survivor) => survivor.pid).join(', ')
    const message = `Processes of ${taskName(scene.task)} could not be ended: ${pids}. End them by hand.`
    warn(context, 'survivors', message, index)
  }
}

/** Of any other attempt: its notes are never merged, and its worktree goes unless it holds work. */
async function dropWork(context: RunContext, scene: AttemptScene): Promise<void> {
  const { index } = scene.task
  if (scene.files.progressFile === sharedNotesFile) keepNotesAfter(context, index, scene.attempt)
  else setProgressAside(context, index, String(scene.attempt))
  await abandonWorkplace(context, index, scene.attempt)
}

/** Notes written in a worktree are merged from the spec folder like all others. */
function bringNotes(context: RunContext, scene: AttemptScene): void {
  const { progressFile, progressPath } = scene.files
  if (scene.place.worktree === null || !isPlainFile(progressPath)) return
  copyFileSync(progressPath, join(context.specDir, progressFile))
}

function environmentOf(
  context: RunContext,
  plan: AttemptPlan,
  parts: { readonly files: AttemptFiles; readonly place: Workplace; readonly command: ExecutorCommand | undefined },
): NodeJS.ProcessEnv {
  const { index, id } = plan.task
  const { files, place, command } = parts
  const { specDir, file } = place
  const facts = {
    specDir,
    file,
    index,
    id,
    progressFile: files.progressPath,
    runId: context.runId,
    attempt: plan.attempt,
  }
  return taskEnvironment(context.env, facts, command?.env ?? {})
}
