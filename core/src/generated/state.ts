/* Generated from schemas/state.schema.json by `npm run generate`. Do not edit. */

/**
 * The .ralph-state.json of a spec: smart-ralph's own format. Fields that are not named here are kept as they are.
 */
export interface RalphState {
  /**
   * Where the tasks come from: spec, plan or direct.
   */
  source?: string
  /**
   * The spec's name.
   */
  name?: string
  /**
   * The spec's folder as smart-ralph wrote it, e.g. ./specs/my-feature.
   */
  basePath?: string
  /**
   * smart-ralph's workflow phase; execution while tasks run.
   */
  phase?: string
  /**
   * 0-based index of the next task. Moves past a group only when all of its tasks have succeeded.
   */
  taskIndex?: number
  /**
   * Number of tasks in tasks.md.
   */
  totalTasks?: number
  /**
   * Which try of the current task or group this is, from 1.
   */
  taskIteration?: number
  /**
   * How often a task is tried before it fails for good.
   */
  maxTaskIterations?: number
  /**
   * Number of batches so far, over the whole spec.
   */
  globalIteration?: number
  /**
   * Cap on globalIteration.
   */
  maxGlobalIterations?: number
  /**
   * The group that is being run, or was run last.
   */
  parallelGroup?: ParallelGroup | null
  /**
   * What became of each task of the group, by its 0-based index.
   */
  taskResults?: {
    [k: string]: TaskResult
  }
  [k: string]: unknown
}
/**
 * This interface was referenced by `RalphState`'s JSON-Schema
 * via the `definition` "parallelGroup".
 */
export interface ParallelGroup {
  startIndex: number
  endIndex: number
  taskIndices: number[]
  isParallel?: boolean
  [k: string]: unknown
}
/**
 * This interface was referenced by `RalphState`'s JSON-Schema
 * via the `definition` "taskResult".
 */
export interface TaskResult {
  status: 'pending' | 'success' | 'failed'
  /**
   * Why it failed, in one sentence.
   */
  error?: string
  [k: string]: unknown
}
