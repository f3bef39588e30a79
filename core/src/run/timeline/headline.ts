import { isActive } from '../fold'
import type { Lane, Timeline } from './timeline'
import { timeWon } from './timeWon'

/** A run in a few figures: all that a list of runs shows. */
export interface RunHeadline {
  readonly runId: string
  readonly executor: string
  /** ISO 8601. */
  readonly startedAt: string
  /** The start moved on by the time in which nobody worked on the run, in milliseconds since the epoch. */
  readonly origin: number
  readonly outcome: Timeline['outcome']
  readonly reason: string | null
  /** Active time until the newest event, in milliseconds. */
  readonly wallMs: number
  /** What running side by side won until then, in milliseconds. */
  readonly wonMs: number
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly running: number
}

/** Sums a run up as it stands after its newest event. */
export function headlineOf(line: Timeline): RunHeadline {
  const count = (is: (lane: Lane) => boolean): number => line.lanes.filter(is).length
  const { wall, won } = timeWon(line, line.last)
  return {
    runId: line.runId,
    executor: line.executor,
    startedAt: line.startedAt,
    origin: line.origin,
    outcome: line.outcome,
    reason: line.reason,
    wallMs: wall,
    wonMs: won,
    total: line.lanes.length,
    done: count(({ status }) => status === 'success'),
    failed: count(({ status }) => status === 'failed' || status === 'timed-out' || status === 'interrupted'),
    running: count(({ status }) => isActive(status)),
  }
}
