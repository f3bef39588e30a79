import { appendFileSync, statSync } from 'node:fs'
import { missesExpectation, readExpectation } from '#core/run/expectation'
import { judgeVerify, success, type Judgement, type VerifyEvidence } from '#core/run/verdict'
import { launch } from '../processes/launch'
import { attemptVariables, type AttemptScene } from './attemptScene'
import { followSize } from './logFollower'
import type { RunContext } from './runContext'
import { tailOf } from './logTail'
import { watchProcess } from './watchProcess'

/**
 * Runs the Verify commands of a task, one after the other, each with a clock of its own, and judges them.
 * Their output follows the executor's in the log, below a line that says so.
 */
export async function runVerify(context: RunContext, scene: AttemptScene): Promise<Judgement> {
  const verify = scene.task.fields.verify
  const commands = verify?.commands ?? []
  for (const [at, command] of commands.entries()) {
    const expected = at === commands.length - 1 ? (verify?.expectation ?? null) : null
    const judgement = await runOne(context, scene, command.text, expected)
    if (judgement.verdict !== 'success') return judgement
  }
  return success
}

async function runOne(
  context: RunContext,
  scene: AttemptScene,
  command: string,
  expected: string | null,
): Promise<Judgement> {
  const { files, task, attempt } = scene
  const expectation = readExpectation(expected)
  appendFileSync(files.logPath, header(command))
  const from = statSync(files.logPath).size
  const windows = process.platform === 'win32'
  const launched = await launch({
    program: windows ? 'cmd.exe' : '/bin/sh',
    args: windows ? ['/d', '/s', '/c', command] : ['-c', command],
    cwd: scene.place.root,
    env: scene.env,
    input: null,
    output: files.logPath,
    errors: files.logPath,
  })
  const timeoutMs = context.options.taskTimeoutMs
  const blank: VerifyEvidence = {
    command,
    cancelled: false,
    timedOut: false,
    timeoutMs,
    spawnError: null,
    code: null,
    signal: null,
    unexpected: null,
    expectedCode: expectation.code,
  }
  if (!launched.ok) return judgeVerify({ ...blank, spawnError: launched.error })
  const { pid, start: pidStart } = launched.process
  context.journal.append({ kind: 'verifyStarted', index: task.index, attempt, command, pid, pidStart })
  const size = await followSize(files.logPath)
  const watched = await watchProcess({
    exited: launched.exited,
    tree: { root: launched.process, variables: attemptVariables(context.runId, task.index, attempt) },
    limits: { wallMs: timeoutMs, idleMs: 0 },
    timing: context.timing,
    signal: scene.signal,
    poll: () => size.poll(),
    isFinal: () => false,
  })
  await size.close()
  const { code, signal } = watched.exit
  context.journal.append({ kind: 'verifyEnded', index: task.index, attempt, command, code, signal })
  const unexpected = missesExpectation(expectation, tailOf(files.logPath, from))
  return judgeVerify({
    ...blank,
    cancelled: watched.cancelled,
    timedOut: watched.timedOut !== null,
    code,
    signal,
    unexpected,
  })
}

/** One line that no command can make look like anything else. */
function header(command: string): string {
  return `\n── Verify: ${command.replaceAll(/\s*[\r\n]+\s*/g, ' ⏎ ')}\n`
}
