import type { Bar, Lane } from '#core/run/timeline/timeline'
import type { RunHeadline } from '#core/run/timeline/headline'
import type { RunLife } from '../runs/runView'

/** A row of the Runs view. `uri` is that of the tasks document. */
export type RunsNode = SpecRunsNode | RunNode | AttemptNode | OlderRunsNode

/** A spec with its runs; only shown when several specs have been run. */
export interface SpecRunsNode {
  readonly kind: 'specRuns'
  readonly id: string
  readonly uri: string
  readonly name: string
}

/** A run of a spec. */
export interface RunNode {
  readonly kind: 'run'
  readonly id: string
  readonly uri: string
  readonly runId: string
  readonly specName: string
  readonly headline: RunHeadline
  readonly life: RunLife
  /** The newest run of its spec: the one that can be resumed or retried. */
  readonly isNewest: boolean
}

/** An attempt of a run, or a task of it that was never started (`bar` is undefined). */
export interface AttemptNode {
  readonly kind: 'attempt'
  readonly id: string
  readonly uri: string
  readonly runId: string
  readonly lane: Lane
  readonly bar: Bar | undefined
  /** The run's start as `RunHeadline.origin` has it. */
  readonly origin: number
  readonly life: RunLife
}

/** Stands for runs that are not shown yet. */
export interface OlderRunsNode {
  readonly kind: 'older'
  readonly id: string
  readonly uri: string
  readonly left: number
}

/** The run a menu was opened on, or that a command was called with; undefined for anything else. */
export function runOf(value: unknown): { readonly uri: string; readonly runId: string } | undefined {
  return isRun(value) ? value : undefined
}

function isRun(value: unknown): value is { readonly uri: string; readonly runId: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'uri' in value &&
    typeof value.uri === 'string' &&
    'runId' in value &&
    typeof value.runId === 'string'
  )
}

/** The task of a run whose attempt's row it is; undefined for anything else. */
export function laneOf(value: unknown): Pick<Lane, 'index' | 'id' | 'title'> | undefined {
  return isAttempt(value) ? value.lane : undefined
}

function isAttempt(value: unknown): value is AttemptNode {
  return isRun(value) && 'kind' in value && value.kind === 'attempt' && 'lane' in value
}
