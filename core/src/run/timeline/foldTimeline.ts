import type { JournalEvent } from '../../generated/journalEvent'
import { changeLane, closeLane, endAttempt, goOnWith, startAttempt, startBatch } from './foldLanes'
import type { Span, Timeline } from './timeline'

/**
 * Folds one event into a run's timeline. Pure, and what an event does not touch stays the same object.
 * `undefined` stands for "no event yet"; anything but `runStarted` leaves it so.
 */
export function foldTimeline(before: Timeline | undefined, event: JournalEvent): Timeline | undefined {
  if (event.kind === 'runStarted') return begin(event)
  if (before === undefined) return undefined
  if (event.kind === 'runResumed') return resume(before, event)
  const now = Math.max(before.last, Date.parse(event.at) - before.origin)
  const line: Timeline = { ...before, last: now, seq: event.seq }
  switch (event.kind) {
    case 'batchStarted':
      return { ...line, lanes: startBatch(line.lanes, event.tasks, now) }
    case 'attemptStarting':
      return changeLane(line, event.index, (lane) => startAttempt(lane, event.attempt, event.log, now))
    case 'attemptStarted':
      return changeLane(line, event.index, (lane) => goOnWith(lane, event.attempt, { status: 'running' }))
    case 'verifyStarted':
      return changeLane(line, event.index, (lane) =>
        goOnWith(lane, event.attempt, { status: 'verifying', verifyFrom: now }),
      )
    case 'attemptEnded':
      return changeLane(line, event.index, (lane) => endAttempt(lane, event, now))
    case 'startsHeld':
      return { ...line, holds: [...closed(line.holds, now), { from: now, to: null, reason: event.reason }] }
    case 'startsReleased':
      return { ...line, holds: closed(line.holds, now) }
    case 'taskTicked':
      return changeLane(line, event.index, (lane) => ({ ...lane, tickedAt: now }))
    case 'taskCommitted':
      return changeLane(line, event.index, (lane) => ({
        ...lane,
        commit: { sha: event.sha, at: now, files: event.files.length },
      }))
    case 'batchEnded':
      return event.cancelled.reduce(
        (at, index) =>
          changeLane(at, index, (lane) =>
            lane.status === 'queued' ? { ...closeLane(lane, now), status: 'cancelled' } : lane,
          ),
        line,
      )
    case 'concurrencyChanged':
      return { ...line, limits: [...line.limits, { at: now, value: event.maxConcurrent }] }
    case 'runEnded':
      return {
        ...stopAll(line),
        endedAt: now,
        outcome: event.outcome,
        reason: event.reason,
      }
    case 'attemptExited':
    case 'verifyEnded':
    case 'finishStarted':
    case 'progressMerged':
    case 'tickRefused':
    case 'commitSkipped':
    case 'cancelRequested':
    case 'warning':
      return line
  }
}

function begin(event: Extract<JournalEvent, { kind: 'runStarted' }>): Timeline {
  return {
    runId: event.runId,
    file: event.file,
    root: event.root,
    executor: event.executor,
    startedAt: event.at,
    origin: Date.parse(event.at),
    last: 0,
    endedAt: null,
    outcome: null,
    reason: null,
    lanes: [],
    holds: [],
    breaks: [],
    limits: [{ at: 0, value: event.options.maxConcurrent }],
    seq: event.seq,
  }
}

/** Goes on where the last event was; what was under way then ended there, as far as anybody knows. */
function resume(before: Timeline, event: Extract<JournalEvent, { kind: 'runResumed' }>): Timeline {
  const { last } = before
  const leftOutMs = Math.max(0, Date.parse(event.at) - before.origin - last)
  const limit = event.options.maxConcurrent
  return {
    ...stopAll(before),
    origin: before.origin + leftOutMs,
    endedAt: null,
    outcome: null,
    reason: null,
    breaks: [...before.breaks, { at: last, leftOutMs, mode: event.mode }],
    limits: before.limits.at(-1)?.value === limit ? before.limits : [...before.limits, { at: last, value: limit }],
    seq: event.seq,
  }
}

/** Nothing lasts longer than the newest event: waits, holds and attempts end with it. */
function stopAll(line: Timeline): Timeline {
  const { last } = line
  return { ...line, lanes: line.lanes.map((lane) => closeLane(lane, last)), holds: closed(line.holds, last) }
}

function closed<T extends Span>(spans: readonly T[], at: number): readonly T[] {
  return spans.some(({ to }) => to === null)
    ? spans.map((span) => (span.to === null ? { ...span, to: at } : span))
    : spans
}
