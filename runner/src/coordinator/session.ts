import pLimit from 'p-limit'
import type { JournalEvent, RunOptions } from '#core/generated/journalEvent'
import { UserError } from '../userError'
import { startControl, type ControlServer } from '../control/server'
import { removeDeadSocket } from '../control/socketPath'
import { removeTornWrites } from '../files/atomicWrite'
import { removeDeadDrafts } from '../files/deadLock'
import { tryLock, type Lock } from '../files/lock'
import { createJournal, reopenJournal } from '../files/journal'
import { lockFile, makeControlFolder } from '../files/specFolder'
import { announceRun } from '../git/otherRuns'
import { describeOwner } from '../git/repositoryLock'
import { appendOrTell } from './appendOrTell'
import { createCancellation } from './cancellation'
import { controlHandlers } from './controlHandlers'
import type { Prepared } from './prepare'
import type { RunDeps, RunRequest } from './request'
import { createTasksReader, parserOf } from './readTasks'
import { createSoloWatch, type RunContext } from './runContext'
import { createStartGate } from './startGate'
import { defaultTiming, type Timing } from './timing'

/** One use of the coordinator: it owns the spec's lock from its first to its last step. */
export interface Session {
  readonly lock: Lock
  readonly control: ControlServer
  readonly context: RunContext
  /** Gives everything back: first the lock, then the socket. */
  close(): Promise<void>
}

/** A run that is ready to begin. */
export interface SessionPlan {
  readonly request: RunRequest
  readonly deps: RunDeps
  readonly prepared: Prepared
  readonly options: RunOptions
  readonly runId: string
  /** True to go on with the journal of this run, false to begin one. */
  readonly reopen: boolean
}

/**
 * Takes the spec's lock, then opens journal and control socket.
 * Throws `UserError` when another runner is at work on the spec, or its folder cannot be written to.
 */
export async function openSession(plan: SessionPlan): Promise<Session> {
  const { deps, prepared, options, runId } = plan
  const timing: Timing = { ...defaultTiming, ...deps.timing }
  const cancellation = createCancellation()
  const window = pLimit(options.maxConcurrent)
  let over: () => void = () => undefined
  const isOver = new Promise<void>((resolve) => (over = resolve))
  const requests = controlHandlers({ cancellation, window, isOver })
  const control = await startControl(runId, requests.handlers)
  let lock: Lock | undefined
  try {
    lock = takeLock(plan, control.path)
    const taken = lock
    removeTornWrites(prepared.specDir)
    removeDeadDrafts(lockFile(prepared.specDir))
    const tell = (event: JournalEvent): void => {
      try {
        deps.onEvent(event)
      } catch {
        // A view that breaks must not stop the run: the event is in the journal.
      }
    }
    const journal = plan.reopen
      ? reopenJournal(prepared.specDir, runId, tell)
      : createJournal(prepared.specDir, runId, tell)
    const before = journal.state()
    if (before?.endedAt === null && before.socket !== null) removeDeadSocket(before.socket)
    const gate = createStartGate({
      holdMs: timing.holdMs,
      onHold: (reason, until) => journal.append({ kind: 'startsHeld', reason, until }),
      onRelease: () => appendOrTell(journal, { kind: 'startsReleased' }, deps),
    })
    const parser = parserOf(plan.request.file)
    const context: RunContext = {
      runId,
      startedAt: new Date().toISOString(),
      file: plan.request.file,
      specDir: prepared.specDir,
      root: prepared.root,
      repository: prepared.repository,
      worktrees: prepared.worktrees,
      worktreeFiles: plan.request.settings.worktreeFiles,
      options,
      executor: prepared.executor,
      recovering: plan.reopen,
      journal,
      timing,
      env: deps.env ?? process.env,
      gate,
      cancellation,
      window,
      stateTurn: pLimit(1),
      askEditor: control.askEditor,
      solo: createSoloWatch(),
      readTasks: createTasksReader(plan.request.file, options.breakAt, parser),
      parse: (text) => parser.update(text),
      log: (level, message) => deps.log(level, message),
    }
    const withdraw = prepared.repository === undefined ? undefined : announceRun(prepared.repository, runId)
    const unbind = requests.bind(context, deps.signal)
    return {
      lock: taken,
      control,
      context,
      async close() {
        unbind()
        withdraw?.()
        gate.close()
        journal.close()
        taken.release()
        over()
        await new Promise((resolve) => setImmediate(resolve))
        await control.close()
      },
    }
  } catch (error) {
    lock?.release()
    await control.close()
    throw error
  }
}

function takeLock(plan: SessionPlan, socket: string | null): Lock {
  const { specDir } = plan.prepared
  try {
    makeControlFolder(specDir)
    const attempt = tryLock(lockFile(specDir), describeOwner(plan.runId, socket))
    if (attempt.kind === 'taken') return attempt.lock
    const { by } = attempt
    throw new UserError(
      `${specDir} is being run already by process ${by.pid} (${by.user} on ${by.host}, since ${by.startedAt}); wait for it, or end it with cancel.`,
    )
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(
      `${specDir} cannot be written to (${error instanceof Error ? error.message : String(error)}); put that right, then try again.`,
    )
  }
}
