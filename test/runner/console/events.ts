import type { JournalEvent, RunOptions } from '#core/generated/journalEvent'
import type { EventBody, Verdict } from '#core/run/event'

const options: RunOptions = {
  scope: 'next',
  indices: [],
  executor: 'shell',
  maxConcurrent: 3,
  taskTimeoutMs: 0,
  idleTimeoutMs: 0,
  isolation: 'shared',
  commit: true,
  verify: true,
  retries: 0,
  breakAt: 'heading',
  config: null,
}

const start: EventBody = {
  kind: 'runStarted',
  file: '/x/tasks.md',
  root: '/x',
  dialect: 'smart-ralph',
  executor: 'shell',
  options,
  version: '1.0.0',
  pid: 1,
  pidStart: 's',
  host: 'h',
  socket: null,
}

/** The bodies of a run's events, the first one made here. */
export function runBodies(...bodies: EventBody[]): readonly EventBody[] {
  return [start, ...bodies]
}

/** The events of a run, complete with number, time and run; the first one is made here. */
export function runEvents(...bodies: EventBody[]): JournalEvent[] {
  return runBodies(...bodies).map((body, seq) => ({ ...body, v: 1, seq, at: '2026-01-01T00:00:00Z', runId: 'run-1' }))
}

/** A batch of tasks 1.0, 1.1, … */
export function batch(size: number, title = 'Task'): EventBody {
  const tasks = Array.from({ length: size }, (_, index) => ({
    index,
    id: `1.${index}`,
    title: `${title} ${index}`,
    line: index,
  }))
  return { kind: 'batchStarted', batch: 0, startIndex: 0, endIndex: size - 1, parallel: size > 1, tasks }
}

/** The beginning of a task's first attempt. */
export function started(index: number): EventBody {
  return {
    kind: 'attemptStarting',
    index,
    attempt: 1,
    log: `task-${index}.1.log`,
    progressFile: `.progress-task-${index}.md`,
    command: ['sh'],
    worktree: null,
  }
}

/** Its verdict, after one and a half seconds. */
export function ended(index: number, verdict: Verdict, reason: string | null = null): EventBody {
  return {
    kind: 'attemptEnded',
    index,
    attempt: 1,
    verdict,
    cause: reason === null ? null : 'exit-code',
    reason,
    durationMs: 1500,
    counts: true,
    changedFiles: null,
  }
}
