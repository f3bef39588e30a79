import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Task } from '#core/document/tasksDocument'
import { cancelled, failed } from '#core/run/verdict'
import type { VerifiedTask, VerifyEvent } from '#core/wire/verifyEvents'
import { logPrinter } from '../console/logPrinter'
import { attemptVariables } from '../coordinator/attemptScene'
import { defaultTiming } from '../coordinator/timing'
import { verifyTask } from '../coordinator/verifyTask'
import { progressFileName } from '../files/progressFiles'
import { endTree } from '../processes/endTree'
import { taskEnvironment } from '../processes/environment'
import type { ProcessIdentity } from '../processes/identity'

/** Tasks whose Verify commands are to be run, and where. */
export interface VerifyOrder {
  readonly tasks: readonly Task[]
  readonly specDir: string
  readonly file: string
  /** Working folder of the commands. */
  readonly root: string
  readonly env: NodeJS.ProcessEnv
  /** Milliseconds for each command; 0 is off. */
  readonly timeoutMs: number
  readonly signal: AbortSignal
  readonly onEvent: (event: VerifyEvent) => void
}

type Ended = Extract<VerifyEvent, { kind: 'ended' }>

/**
 * Runs the Verify commands of tasks as a run does, one task after the other, and only judges: no lock, no journal,
 * no tick, no commit. Once the signal is aborted the tasks that are left are told as cancelled.
 */
export async function verifyTasks(order: VerifyOrder): Promise<Ended> {
  const folder = await mkdtemp(join(tmpdir(), 'parallel-tasks-verify-'))
  const counts = { passed: 0, failed: 0, skipped: 0 }
  try {
    for (const task of order.tasks) {
      const commands = task.fields.verify?.commands ?? []
      if (commands.length === 0) {
        counts.skipped++
        order.onEvent({ kind: 'taskSkipped', ...facts(task), reason: skipReason(task) })
      } else if (await passes(order, task, folder)) counts.passed++
      else counts.failed++
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const ended = { kind: 'ended', ...counts } as const
  order.onEvent(ended)
  return ended
}

async function passes(order: VerifyOrder, task: Task, folder: string): Promise<boolean> {
  const { index } = task
  const log = join(folder, `task-${index}.log`)
  await writeFile(log, '')
  const begun = performance.now()
  order.onEvent({ kind: 'taskStarted', ...facts(task) })
  const output = logPrinter(log, 'text', (text) => order.onEvent({ kind: 'output', index, text }))
  const timer = setInterval(output.printNew, defaultTiming.pollMs)
  const judgement = order.signal.aborted ? cancelled : await judge(order, task, log)
  clearInterval(timer)
  output.printNew()
  const { verdict, reason } = judgement
  const durationMs = Math.round(performance.now() - begun)
  const told = verdict === 'success' || verdict === 'cancelled' ? verdict : 'failed'
  order.onEvent({ kind: 'taskEnded', index, verdict: told, reason, durationMs })
  return verdict === 'success'
}

/** What the commands leave running ends with them. */
async function judge(order: VerifyOrder, task: Task, log: string): ReturnType<typeof verifyTask> {
  const runId = `verify-${randomUUID()}`
  const variables = attemptVariables(runId, task.index, 1)
  const { specDir, file } = order
  const progressFile = join(specDir, progressFileName(task.index))
  const env = taskEnvironment(order.env, {
    specDir,
    file,
    index: task.index,
    id: task.id,
    progressFile,
    runId,
    attempt: 1,
  })
  let root: ProcessIdentity | undefined
  try {
    return await verifyTask(task.fields.verify, {
      cwd: order.root,
      env,
      log,
      timeoutMs: order.timeoutMs,
      timing: defaultTiming,
      signal: order.signal,
      variables,
      onStarted: (_command, process) => {
        root = process
      },
      onEnded: () => undefined,
    })
  } catch (error) {
    return failed('verify-failed', error instanceof Error ? error.message : String(error))
  } finally {
    await endTree({ root, variables }, defaultTiming)
  }
}

function facts({ index, id, title, line }: Task): VerifiedTask {
  return { index, id, title, line: line + 1 }
}

function skipReason(task: Task): string {
  return task.fields.verify === null
    ? 'It has no Verify field.'
    : 'Its Verify field is prose; put the command between backticks to have it run.'
}
