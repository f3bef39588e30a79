import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JournalEvent } from '#core/generated/journalEvent'
import type { EventBody } from '#core/run/event'
import { foldRun } from '#core/run/fold'
import type { RunState } from '#core/run/runState'
import { sealEvent } from '../../runner/src/files/journalLine'

/** Where a made-up run takes place. */
export interface RunPlace {
  readonly file: string
  readonly runId: string
}

/** The run every test of the client begins with. */
export const place: RunPlace = { file: '/w/specs/demo/tasks.md', runId: '20261122T194500-aaaa' }

/** Lines of a journal as the runner writes them, from number `from` on. */
export function journalLines(bodies: readonly EventBody[], runId = place.runId, from = 0): readonly string[] {
  return bodies.map((body, at) => sealEvent(body, { seq: from + at, at: timeOf(from + at), runId }).line)
}

/** The state that a run of these events is in. */
export function stateAfter(...bodies: readonly EventBody[]): RunState {
  const events = bodies.map(
    (body, seq): JournalEvent => sealEvent(body, { seq, at: timeOf(seq), runId: place.runId }).event,
  )
  const state = foldRun(events)
  if (state === undefined) throw new Error('The events of this test do not begin with runStarted.')
  return state
}

/** Writes a journal below a spec folder and returns the folder of the run. */
export function writeJournal(specDir: string, runId: string, lines: readonly string[]): string {
  const folder = join(specDir, '.parallel-tasks', 'runs', runId)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'events.ndjson'), lines.join(''))
  return folder
}

/** The n-th event happens n seconds after noon. */
export function timeOf(seq: number): string {
  return new Date(Date.UTC(2026, 10, 22, 12, 0, seq)).toISOString()
}

export function runStarted(changes: Partial<Extract<EventBody, { kind: 'runStarted' }>> = {}): EventBody {
  return {
    kind: 'runStarted',
    file: place.file,
    root: '/w',
    dialect: 'smart-ralph',
    executor: 'shell',
    options: {
      scope: 'group',
      indices: [1, 2],
      executor: 'shell',
      maxConcurrent: 3,
      taskTimeoutMs: 3_600_000,
      idleTimeoutMs: 600_000,
      isolation: 'shared',
      commit: true,
      verify: true,
      retries: 0,
      breakAt: 'heading',
      config: null,
    },
    version: '0.1.0',
    pid: 4711,
    pidStart: 'boot:1',
    host: 'here',
    socket: null,
    ...changes,
  }
}

/** A batch of tasks 1 (`1.2 Create b`) and 2 (`1.3 Create c`). */
export const batchStarted: EventBody = {
  kind: 'batchStarted',
  batch: 0,
  startIndex: 1,
  endIndex: 2,
  parallel: true,
  tasks: [
    { index: 1, id: '1.2', title: 'Create b', line: 6 },
    { index: 2, id: '1.3', title: 'Create c', line: 9 },
  ],
}

/** The end of that batch; task 2 failed. */
export const batchEnded: EventBody = { kind: 'batchEnded', batch: 0, succeeded: [1], failed: [2], cancelled: [] }

export function attemptStarting(index: number, attempt = 1): EventBody {
  return {
    kind: 'attemptStarting',
    index,
    attempt,
    log: `task-${index}.${attempt}.log`,
    progressFile: `.progress-task-${index}.md`,
    command: ['sh'],
    worktree: null,
  }
}

export function attemptStarted(index: number, attempt = 1): EventBody {
  return { kind: 'attemptStarted', index, attempt, pid: 100 + index, pidStart: 'boot:2' }
}

export function attemptEnded(
  index: number,
  verdict: Extract<EventBody, { kind: 'attemptEnded' }>['verdict'],
  reason: string | null = null,
  attempt = 1,
): EventBody {
  const cause = reason === null ? null : 'exit-code'
  return {
    kind: 'attemptEnded',
    index,
    attempt,
    verdict,
    cause,
    reason,
    durationMs: 12_000,
    counts: true,
    changedFiles: null,
  }
}

export function runEnded(outcome: 'success' | 'failed' | 'cancelled', specComplete = false): EventBody {
  const reason = outcome === 'failed' ? 'A task failed.' : null
  return { kind: 'runEnded', outcome, reason, next: null, specComplete }
}
