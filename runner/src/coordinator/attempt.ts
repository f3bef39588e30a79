import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cancelled, failed } from '#core/run/verdict'
import { endTree } from '../processes/endTree'
import { taskEnvironment } from '../processes/environment'
import { beginChanges } from './attemptChanges'
import { attemptFiles, setProgressAside, sharedNotesFile, type AttemptFiles } from './attemptFiles'
import type { AttemptPlan } from './attemptPlan'
import { attemptVariables, type AttemptResult, type AttemptScene } from './attemptScene'
import { executorCommand, type ExecutorCommand } from './executorCommand'
import { executorPrompt } from './executorPrompt'
import { runExecutor } from './runExecutor'
import { warn, type RunContext } from './runContext'
import { recordResult } from './ralphState'
import { keepNotesAfter, keepNotesBefore } from './sharedNotes'
import { runVerify } from './runVerify'
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
  const result = refused === undefined ? await judge(context, scene, command) : noWorkplace(refused)
  await endLeftovers(context, scene)
  const worktreeChanges = await (result.verdict === 'success' ? keepWork(context, scene) : dropWork(context, scene))
  const changedFiles = worktreeChanges ?? result.changedFiles
  const { verdict, cause, reason, counts } = result
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

/** A task that verifies is judged by its Verify first: when that passes, no executor is needed. */
async function judge(
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
const untouched = { limit: null, changedFiles: null } as const

function nothingToRun(): AttemptResult {
  const reason = 'It has no Verify command that could judge it, and no commands to run.'
  return { ...failed('nothing-to-run', reason), ...untouched }
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

/** Of a success: seals the worktree and brings its notes. Returns the paths changed there, null without a worktree. */
async function keepWork(context: RunContext, scene: AttemptScene): Promise<readonly string[] | null> {
  const changed = await sealWorkplace(context, scene, scene.place)
  bringNotes(context, scene)
  return changed
}

/** Of any other attempt: its notes are never merged, and its worktree goes unless it holds work. */
async function dropWork(context: RunContext, scene: AttemptScene): Promise<null> {
  const { index } = scene.task
  if (scene.files.progressFile === sharedNotesFile) keepNotesAfter(context, index, scene.attempt)
  else setProgressAside(context, index, String(scene.attempt))
  await abandonWorkplace(context, index, scene.attempt)
  return null
}

/** Notes written in a worktree are merged from the spec folder like all others. */
function bringNotes(context: RunContext, scene: AttemptScene): void {
  const { progressFile, progressPath } = scene.files
  if (scene.place.worktree === null || !existsSync(progressPath)) return
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
