import type { Limit } from '#core/run/output/reading'
import type { Judgement } from '#core/run/verdict'
import type { AttemptFiles } from './attemptFiles'
import type { AttemptPlan } from './attemptPlan'
import type { Workplace } from './workplace'

/** What came of an executor, up to but without Verify. */
export interface ExecutorResult extends Judgement {
  /** The rate limit or refused login it ran into, or null. */
  readonly limit: Limit | null
}

/** What came of an attempt. */
export interface AttemptResult extends ExecutorResult {
  /** What its executor changed, when that can be told. */
  readonly changedFiles: readonly string[] | null
}

/** What the steps of an attempt hand on to one another. */
export interface AttemptScene extends AttemptPlan {
  readonly files: AttemptFiles
  readonly place: Workplace
  readonly prompt: string
  readonly signal: AbortSignal
  readonly env: NodeJS.ProcessEnv
}

/** The variables that mark every process of an attempt. */
export function attemptVariables(runId: string, index: number, attempt: number): Readonly<Record<string, string>> {
  return {
    PARALLEL_TASKS_RUN_ID: runId,
    PARALLEL_TASKS_TASK_INDEX: String(index),
    PARALLEL_TASKS_ATTEMPT: String(attempt),
  }
}
