import { hostname } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import type { LockInfo } from '#core/run/lock'
import { isActive } from '#core/run/fold'
import { sendControl } from '../control/client'
import { lockHolder } from '../files/lock'
import { readNewestRun, type NewestRun } from '../files/newestRun'
import { lockFile } from '../files/specFolder'
import { resolveSpec } from '../files/specPath'
import { shellWord } from '../console/shownPath'
import { UserError } from '../userError'
import type { CommandContext } from './context'
import { taskOfRun } from './taskOfRun'

/** Longest time a run may take to end: the grace of its processes, and the finish of what had succeeded. */
const patienceMs = 60_000

const pollMs = 100

/** Ends the live run of a spec, or one task of it. A run that is gone already is no error. */
export async function runCancel(argument: string, task: string | undefined, context: CommandContext): Promise<void> {
  const { dir } = await resolveSpec(argument, context.cwd)
  const holder = lockHolder(lockFile(dir))
  const run = await readNewestRun(dir)
  if (holder === undefined) {
    if (task !== undefined && run !== undefined) taskOfRun(run.state, task)
    context.out('Nothing runs here.\n')
    if (run?.standing === 'interrupted')
      context.out(
        `The runner of the last run is gone. What it may have left running is ended by: parallel-tasks resume ${shellWord(argument)}\n`,
      )
    return
  }
  const index = task === undefined ? null : taskOfRun(requireRun(run, argument).state, task).index
  await ask(holder, index, argument)
  const isGone = async (): Promise<boolean> => {
    if (lockHolder(lockFile(dir))?.runId !== holder.runId) return true
    const status = index === null ? undefined : (await readNewestRun(dir))?.state.tasks.get(index)?.status
    return status !== undefined && !isActive(status) && status !== 'queued'
  }
  const end = Date.now() + patienceMs
  while (!(await isGone())) {
    if (Date.now() > end) {
      throw new UserError(
        `The run ${holder.runId} has not ended within a minute; its runner is process ${holder.pid} on ${holder.host}. Look at "parallel-tasks status".`,
        1,
      )
    }
    await delay(pollMs)
  }
  context.out(index === null ? `Run ${holder.runId} is cancelled.\n` : `Task ${task} is cancelled.\n`)
}

function requireRun(run: NewestRun | undefined, argument: string): NewestRun {
  if (run !== undefined) return run
  throw new UserError(`The run of ${argument} has not begun yet. Cancel it as a whole, without --task.`)
}

/** Over the control socket; a runner without one on this machine gets the signal of Ctrl+C. */
async function ask(holder: LockInfo, index: number | null, argument: string): Promise<void> {
  const refusal = await overSocket(holder, index)
  if (refusal === undefined) return
  if (index !== null || holder.host !== hostname()) {
    throw new UserError(
      `The run of ${argument} (process ${holder.pid} on ${holder.host}) did not take the request: ${refusal}. Cancel it where it runs.`,
      1,
    )
  }
  try {
    process.kill(holder.pid, 'SIGINT')
  } catch {
    // It has gone meanwhile: what was wanted.
  }
}

/** Why the runner did not take the request; undefined when it did. */
async function overSocket(holder: LockInfo, index: number | null): Promise<string | undefined> {
  if (holder.socket === null) return 'it has no control socket'
  try {
    const reply = await sendControl(holder.socket, { kind: 'cancel', index })
    return reply.ok ? undefined : reply.error
  } catch {
    return 'its control socket does not answer'
  }
}
