import { appendFileSync, statSync } from 'node:fs'
import type { VerifyField } from '#core/document/tasksDocument'
import { missesExpectation, readExpectation } from '#core/run/expectation'
import { judgeVerify, success, type Judgement, type VerifyEvidence } from '#core/run/verdict'
import type { ProcessIdentity } from '../processes/identity'
import { launch, type Exit } from '../processes/launch'
import { followSize } from './logFollower'
import { tailOf } from './logTail'
import type { Timing } from './timing'
import { watchProcess } from './watchProcess'

/** Where and how the Verify commands of a task are run. */
export interface VerifyScene {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  /** File that their output is appended to; it must be there. */
  readonly log: string
  /** Milliseconds for each command; 0 is off. */
  readonly timeoutMs: number
  readonly timing: Timing
  readonly signal: AbortSignal
  /** The variables of `env` that mark the commands' processes. */
  readonly variables: Readonly<Record<string, string>>
  readonly onStarted: (command: string, process: ProcessIdentity) => void
  readonly onEnded: (command: string, exit: Exit) => void
}

/**
 * Runs the Verify commands of a task, one after the other, each with a clock of its own, and judges them.
 * Their output follows what is in the log, below a line that names the command.
 */
export async function verifyTask(verify: VerifyField | null, scene: VerifyScene): Promise<Judgement> {
  const commands = verify?.commands ?? []
  for (const [at, command] of commands.entries()) {
    const expected = at === commands.length - 1 ? (verify?.expectation ?? null) : null
    const judgement = await runOne(scene, command.text, expected)
    if (judgement.verdict !== 'success') return judgement
  }
  return success
}

async function runOne(scene: VerifyScene, command: string, expected: string | null): Promise<Judgement> {
  const { log, timeoutMs } = scene
  const expectation = readExpectation(expected)
  appendFileSync(log, header(command))
  const from = statSync(log).size
  const windows = process.platform === 'win32'
  const launched = await launch({
    program: windows ? 'cmd.exe' : '/bin/sh',
    args: windows ? ['/d', '/s', '/c', command] : ['-c', command],
    cwd: scene.cwd,
    env: scene.env,
    input: null,
    output: log,
    errors: log,
  })
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
  scene.onStarted(command, launched.process)
  const size = await followSize(log)
  const watched = await watchProcess({
    exited: launched.exited,
    tree: { root: launched.process, variables: scene.variables },
    limits: { wallMs: timeoutMs, idleMs: 0 },
    timing: scene.timing,
    signal: scene.signal,
    poll: () => size.poll(),
    isFinal: () => false,
  })
  await size.close()
  const { code, signal } = watched.exit
  scene.onEnded(command, watched.exit)
  const unexpected = missesExpectation(expectation, tailOf(log, from))
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
