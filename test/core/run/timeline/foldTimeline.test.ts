import { describe, expect, it } from 'vitest'
import { foldTimeline } from '#core/run/timeline/foldTimeline'
import { attemptEnded, attemptStarted, attemptStarting, batchStarted, runEnded } from '../../../client/journalFixture'
import { eventsOf, runResumed, timelineAfter } from './journal'

describe('the timeline of a run', () => {
  it('has a bar for each attempt and a wait before it', () => {
    const line = timelineAfter(
      [1, batchStarted],
      [1, attemptStarting(1)],
      [2, attemptStarted(1)],
      [9, { kind: 'verifyStarted', index: 1, attempt: 1, command: 'true', pid: 1, pidStart: 'x' }],
      [10, attemptEnded(1, 'success')],
      [10, attemptStarting(2)],
      [11, attemptStarted(2)],
    )
    expect(line.lanes).toEqual([
      {
        index: 1,
        id: '1.2',
        title: 'Create b',
        status: 'success',
        waits: [{ from: 1000, to: 1000 }],
        bars: [
          {
            attempt: 1,
            from: 1000,
            to: 10_000,
            status: 'success',
            verifyFrom: 9000,
            reason: null,
            log: 'task-1.1.log',
          },
        ],
        tickedAt: null,
        commit: null,
      },
      {
        index: 2,
        id: '1.3',
        title: 'Create c',
        status: 'running',
        waits: [{ from: 1000, to: 10_000 }],
        bars: [
          {
            attempt: 1,
            from: 10_000,
            to: null,
            status: 'running',
            verifyFrom: null,
            reason: null,
            log: 'task-2.1.log',
          },
        ],
        tickedAt: null,
        commit: null,
      },
    ])
  })

  it('shows the time between two attempts of a task as a wait', () => {
    const line = timelineAfter(
      [0, batchStarted],
      [0, attemptStarting(1)],
      [4, attemptEnded(1, 'failed', 'exit code 1')],
      [7, attemptStarting(1, 2)],
    )
    expect(line.lanes[0]?.waits).toEqual([
      { from: 0, to: 0 },
      { from: 4000, to: 7000 },
    ])
    expect(line.lanes[0]?.bars.map(({ status, reason }) => [status, reason])).toEqual([
      ['failed', 'exit code 1'],
      ['starting', null],
    ])
  })

  it('marks ticks, commits and holds', () => {
    const line = timelineAfter(
      [0, batchStarted],
      [0, attemptStarting(1)],
      [2, { kind: 'startsHeld', reason: 'rate limit', until: null }],
      [5, { kind: 'startsReleased' }],
      [6, attemptEnded(1, 'success')],
      [7, { kind: 'taskTicked', index: 1, via: 'file' }],
      [8, { kind: 'taskCommitted', index: 1, sha: 'abc', files: ['a', 'b'] }],
    )
    expect(line.holds).toEqual([{ from: 2000, to: 5000, reason: 'rate limit' }])
    expect(line.lanes[0]).toMatchObject({ tickedAt: 7000, commit: { sha: 'abc', at: 8000, files: 2 } })
  })

  it('leaves out the night between a run and its retry', () => {
    const line = timelineAfter(
      [0, batchStarted],
      [0, attemptStarting(1)],
      [10, attemptEnded(1, 'failed', 'exit code 1')],
      [11, runEnded('failed')],
      [50_011, runResumed('retry')],
      [50_012, batchStarted],
      [50_012, attemptStarting(1, 2)],
      [50_020, attemptEnded(1, 'success', null, 2)],
      [50_021, runEnded('success')],
    )
    expect(line.breaks).toEqual([{ at: 11_000, leftOutMs: 50_000_000, mode: 'retry' }])
    expect(line.lanes[0]?.bars.map(({ from, to }) => [from, to])).toEqual([
      [0, 10_000],
      [12_000, 20_000],
    ])
    expect(line).toMatchObject({ endedAt: 21_000, outcome: 'success' })
  })

  it('ends what was under way when the runner died at the last thing that it wrote', () => {
    const line = timelineAfter(
      [0, batchStarted],
      [0, attemptStarting(1)],
      [3, attemptStarted(1)],
      [900, runResumed('resume')],
      [901, attemptEnded(1, 'interrupted', 'The runner was gone.')],
      [902, attemptStarting(1, 2)],
    )
    expect(line.lanes[0]?.bars).toMatchObject([
      { from: 0, to: 3000, status: 'interrupted' },
      { from: 5000, to: null },
    ])
    expect(line.lanes[1]?.waits).toEqual([{ from: 0, to: 3000 }])
  })

  it('leaves the lanes of other tasks as they are', () => {
    const before = timelineAfter([0, batchStarted], [0, attemptStarting(1)])
    const event = eventsOf([0, batchStarted], [0, attemptStarting(1)], [1, attemptStarted(1)]).at(-1)
    if (event === undefined) throw new Error('no event')
    const after = foldTimeline(before, event)
    expect(after?.lanes[1]).toBe(before.lanes[1])
    expect(after?.lanes[0]).not.toBe(before.lanes[0])
  })

  it('ends the waits of tasks that a stopped batch never started', () => {
    const line = timelineAfter(
      [0, batchStarted],
      [5, { kind: 'batchEnded', batch: 0, succeeded: [], failed: [], cancelled: [1, 2] }],
      [5, runEnded('cancelled')],
    )
    expect(line.lanes.map(({ status, waits }) => [status, waits])).toEqual([
      ['cancelled', [{ from: 0, to: 5000 }]],
      ['cancelled', [{ from: 0, to: 5000 }]],
    ])
  })
})
