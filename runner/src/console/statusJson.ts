import { join } from 'node:path'
import type { TaskRunState } from '#core/run/runState'
import { settledStatus } from '#core/run/settledStatus'
import type { NewestRun } from '../files/newestRun'

/** The newest run as one JSON object, version 1; `runId` is null when there is none. Times are ISO 8601 or milliseconds. */
export function statusJson(file: string, run: NewestRun | undefined): unknown {
  if (run === undefined) return { version: 1, file, runId: null, standing: null, outcome: null, tasks: [] }
  const { state, folder, standing } = run
  return {
    version: 1,
    file: state.file,
    runId: state.runId,
    folder,
    standing,
    outcome: state.outcome,
    reason: state.reason,
    next: state.next,
    specComplete: state.specComplete,
    executor: state.executor,
    options: state.options,
    pid: standing === 'live' ? state.pid : null,
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    held: state.held,
    tasks: [...state.tasks.values()].sort((a, b) => a.index - b.index).map((task) => taskJson(task, run)),
    batches: state.batches,
    warnings: state.warnings,
  }
}

function taskJson(task: TaskRunState, { folder, standing }: NewestRun): unknown {
  const last = task.attempts.at(-1)
  return {
    index: task.index,
    id: task.id,
    title: task.title,
    line: task.line + 1,
    status: settledStatus(task.status, standing === 'live'),
    attempt: last?.attempt ?? 0,
    cause: last?.cause ?? null,
    reason: last?.reason ?? null,
    startedAt: last?.startedAt ?? null,
    endedAt: last?.endedAt ?? null,
    durationMs: last?.durationMs ?? null,
    log: last === undefined ? null : join(folder, last.log),
    exitCode: last?.exitCode ?? null,
    signal: last?.signal ?? null,
    merged: task.merged,
    ticked: task.ticked,
    tickRefused: task.tickRefused,
    commit: task.commit,
    commitSkipped: task.commitSkipped,
  }
}
