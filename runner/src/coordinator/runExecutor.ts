import { statSync, writeFileSync } from 'node:fs'
import { findContradiction } from '#core/run/output/contradiction'
import { formats } from '#core/run/output/formats'
import { readLimit } from '#core/run/output/limit'
import { createListener, type Heard } from '#core/run/output/listener'
import type { Limit } from '#core/run/output/reading'
import { judgeExecutor, type ExecutorEvidence } from '#core/run/verdict'
import { launch } from '../processes/launch'
import { attemptVariables, type ExecutorResult, type AttemptScene } from './attemptScene'
import type { ExecutorCommand } from './executorCommand'
import { tailOf } from './logTail'
import { followLog, followSize } from './logFollower'
import { warn, type RunContext } from './runContext'
import { taskName, taskText } from './taskText'
import { watchProcess, type Watched } from './watchProcess'

/** Runs the executor of an attempt to its end and judges it, up to but without Verify. */
export async function runExecutor(
  context: RunContext,
  scene: AttemptScene,
  command: ExecutorCommand,
): Promise<ExecutorResult> {
  const { files, task, attempt } = scene
  const byMarker = command.completion === 'marker'
  const errors = byMarker ? files.errorLogPath : files.logPath
  writeFileSync(errors, '', { flag: 'a' })
  const from = statSync(files.logPath).size
  const launched = await launch({
    program: command.program,
    args: command.args,
    cwd: scene.place.root,
    env: scene.env,
    input: command.promptOnInput ? files.promptPath : null,
    output: files.logPath,
    errors,
  })
  if (!launched.ok) return { ...judgeExecutor({ ...blank(context, command), spawnError: launched.error }), limit: null }
  context.journal.append({
    kind: 'attemptStarted',
    index: task.index,
    attempt,
    pid: launched.process.pid,
    pidStart: launched.process.start,
  })

  const listener = createListener(command.output, scene.prompt)
  const followed = byMarker
    ? await followLog(files.logPath, from, (line) => listener.hear(line))
    : await followSize(files.logPath)
  const beside = byMarker ? await followSize(errors) : undefined
  const watched = await watchProcess({
    exited: launched.exited,
    tree: { root: launched.process, variables: attemptVariables(context.runId, task.index, attempt) },
    limits: { wallMs: context.options.taskTimeoutMs, idleMs: context.options.idleTimeoutMs },
    timing: context.timing,
    signal: scene.signal,
    poll: async () => (await followed.poll()) + ((await beside?.poll()) ?? 0),
    isFinal: () => byMarker && isFinal(listener.heard(), command),
  })
  followed.flush()
  await followed.close()
  await beside?.close()
  context.journal.append({
    kind: 'attemptExited',
    index: task.index,
    attempt,
    code: watched.exit.code,
    signal: watched.exit.signal,
  })
  tellOddities(context, scene, watched)
  return judged(context, scene, command, { watched, heard: listener.heard() })
}

function judged(
  context: RunContext,
  scene: AttemptScene,
  command: ExecutorCommand,
  { watched, heard }: { readonly watched: Watched; readonly heard: Heard },
): ExecutorResult {
  const limit = command.completion === 'marker' ? (heard.limit ?? findLimit(scene, heard)) : null
  const idle = watched.timedOut === 'idle'
  const evidence: ExecutorEvidence = {
    ...blank(context, command),
    cancelled: watched.cancelled,
    timedOut: watched.timedOut,
    timeoutMs: idle ? context.options.idleTimeoutMs : context.options.taskTimeoutMs,
    code: watched.exit.code,
    signal: watched.exit.signal,
    endedAfterFinal: watched.endedAfterFinal,
    terminal: heard.terminal,
    markerSeen: heard.markerSeen,
    contradiction: findContradiction(heard.finalWords, taskText(scene.document, scene.task)),
    limit,
  }
  const judgement = judgeExecutor(evidence)
  return { ...judgement, limit: judgement.cause === limit?.kind ? limit : null }
}

/** Evidence of a process that has done nothing yet. */
function blank(context: RunContext, command: ExecutorCommand): ExecutorEvidence {
  return {
    cancelled: false,
    timedOut: null,
    timeoutMs: context.options.taskTimeoutMs,
    spawnError: null,
    code: null,
    signal: null,
    endedAfterFinal: false,
    completion: command.completion,
    needsTerminal: formats[command.output].needsTerminal,
    terminal: null,
    markerSeen: false,
    contradiction: null,
    limit: null,
  }
}

/** A text stream is over when the marker was said, an event stream when its last event came. */
function isFinal(heard: Heard, command: ExecutorCommand): boolean {
  return heard.terminal !== null || (command.output === 'text' && heard.markerSeen)
}

/** A limit told in the last words, the last event or the error output. Only asked when the attempt failed. */
function findLimit(scene: AttemptScene, heard: Heard): Limit | null {
  const said = [heard.terminal?.message ?? '', heard.finalWords.slice(-2000), tailOf(scene.files.errorLogPath)]
  return readLimit(said.join('\n'), new Date()) ?? null
}

function tellOddities(context: RunContext, scene: AttemptScene, watched: Watched): void {
  const name = taskName(scene.task)
  if (watched.endedAfterFinal)
    warn(
      context,
      'ended-after-final',
      `The executor of ${name} had said its last word but did not exit; it was ended.`,
      scene.task.index,
    )
  if (watched.survivors.length > 0) {
    const pids = watched.survivors.map((survivor) => survivor.pid).join(', ')
    warn(context, 'survivors', `Processes of ${name} could not be ended: ${pids}. End them by hand.`, scene.task.index)
  }
}
