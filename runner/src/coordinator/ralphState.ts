import { basename, relative, sep } from 'node:path'
import type { RalphState, TaskResult } from '#core/generated/state'
import { advanceTaskIndex, type Batch } from '#core/run/schedule'
import type { Judgement } from '#core/run/verdict'
import { updateState } from '../files/stateFile'
import type { TasksNow } from './readTasks'
import type { RunContext } from './runContext'

type Change = (state: RalphState) => RalphState

/** Notes that a batch begins: its group, its tasks as pending, one more iteration. */
export function recordBatch(context: RunContext, now: TasksNow, batch: Batch, again: boolean): Promise<void> {
  const indices = batch.tasks.map((task) => task.index)
  const pending = Object.fromEntries(
    indices.map((index) => [String(index), { status: 'pending' } satisfies TaskResult]),
  )
  return change(context, (state) => ({
    ...withDefaults(context, state),
    phase: 'execution',
    taskIndex: advanceTaskIndex(now.document, now.plan, state.taskIndex ?? 0),
    totalTasks: now.document.tasks.length,
    taskIteration: again ? (state.taskIteration ?? 1) + 1 : 1,
    globalIteration: (state.globalIteration ?? 0) + 1,
    parallelGroup: {
      startIndex: batch.startIndex,
      endIndex: batch.endIndex,
      taskIndices: again ? [...(state.parallelGroup?.taskIndices ?? indices)] : indices,
      isParallel: batch.parallel,
    },
    taskResults: { ...(again ? state.taskResults : {}), ...pending },
  }))
}

/** Notes what became of a task. Only success and failure are results: the rest stays pending. */
export function recordResult(context: RunContext, index: number, judgement: Judgement): Promise<void> {
  const failed = judgement.verdict === 'failed' || judgement.verdict === 'timed-out'
  const error = judgement.reason ?? judgement.verdict
  const result: TaskResult =
    judgement.verdict === 'success'
      ? { status: 'success' }
      : failed && judgement.counts
        ? { status: 'failed', error }
        : { status: 'pending' }
  return change(context, (state) => ({ ...state, taskResults: { ...state.taskResults, [String(index)]: result } }))
}

/** Notes the how-manieth try of a task begins, from 1 on: a group is at that of its member that was tried most. */
export function recordIteration(context: RunContext, tried: number): Promise<void> {
  return change(context, (state) => ({ ...state, taskIteration: Math.max(state.taskIteration ?? 1, tried) }))
}

/** Moves `taskIndex` past everything that is done, once a batch is complete. */
export function recordProgress(context: RunContext, now: TasksNow): Promise<void> {
  return change(context, (state) => ({
    ...state,
    taskIndex: advanceTaskIndex(now.document, now.plan, state.taskIndex ?? 0),
    totalTasks: now.document.tasks.length,
  }))
}

/** The state file has one writer at a time, also within this program. */
function change(context: RunContext, apply: Change): Promise<void> {
  return context.stateTurn(() => updateState(context.specDir, apply))
}

function withDefaults(context: RunContext, state: RalphState): RalphState {
  const path = relative(context.root, context.specDir).split(sep).join('/')
  return {
    source: 'spec',
    name: kebabCase(basename(context.specDir)),
    basePath: path === '' ? '.' : `./${path}`,
    maxTaskIterations: 5,
    maxGlobalIterations: 100,
    ...state,
  }
}

/** smart-ralph names specs in kebab-case and refuses anything else. */
function kebabCase(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g)
  return words?.join('-') ?? 'spec'
}
