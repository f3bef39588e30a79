import { describe, expect, it } from 'vitest'
import { barSentence, waitSentence, wonExplained, wonSentence } from '../../../client/src/timeline/sentences'
import type { Bar, Lane } from '#core/run/timeline/timeline'
import { attemptEnded, attemptStarted, attemptStarting, batchStarted, runEnded } from '../journalFixture'
import type { At } from '../../core/run/timeline/journal'
import { timelineAfter } from '../../core/run/timeline/journal'

const begun: readonly At[] = [
  [0, batchStarted],
  [0, attemptStarting(1)],
  [0, attemptStarted(1)],
]

function first(line: { readonly lanes: readonly Lane[] }): { readonly lane: Lane; readonly bar: Bar } {
  const [lane] = line.lanes
  const bar = lane?.bars[0]
  if (lane === undefined || bar === undefined) throw new Error('no attempt')
  return { lane, bar }
}

describe('the sentence of an attempt', () => {
  it('tells task, attempt, result, time and start', () => {
    const line = timelineAfter(...begun, [12, attemptEnded(1, 'success')])
    const { lane, bar } = first(line)
    expect(barSentence(lane, bar, 'ended', 99_000)).toBe(
      'Task 1.2 Create b, attempt 1, succeeded, 12 seconds, started after 0 seconds',
    )
  })

  it('tells why it failed, and the commit of a newest one', () => {
    const failed = first(timelineAfter(...begun, [2, attemptEnded(1, 'failed', 'It exited with code 1.')]))
    expect(barSentence(failed.lane, failed.bar, 'ended', 0)).toContain('failed, It exited with code 1, 2 seconds')
    const commit: At = [13, { kind: 'taskCommitted', index: 1, sha: '0123456789', files: [] }]
    const done = first(timelineAfter(...begun, [12, attemptEnded(1, 'success')], commit))
    expect(barSentence(done.lane, done.bar, 'ended', 0)).toMatch(/, committed as 0123456$/)
  })

  it('says that one under way was interrupted when the runner is gone', () => {
    const { lane, bar } = first(timelineAfter(...begun))
    expect(barSentence(lane, bar, 'live', 5000)).toContain('running, 5 seconds')
    expect(barSentence(lane, bar, 'interrupted', 5000)).toContain('interrupted')
  })

  it('tells that a task waits, or never came to its turn', () => {
    const lane = timelineAfter(...begun).lanes[1]
    if (lane === undefined) throw new Error('no task')
    expect(waitSentence(lane, 'live')).toBe('Task 1.3 Create c, queued after 0 seconds')
    expect(waitSentence(lane, 'ended')).toBe('Task 1.3 Create c, not started')
  })
})

describe('the first line', () => {
  const both: readonly At[] = [...begun, [0, attemptStarting(2)]]

  it('tells what was won', () => {
    const line = timelineAfter(
      ...both,
      [42, attemptEnded(1, 'success')],
      [42, attemptEnded(2, 'success')],
      [42, runEnded('success')],
    )
    expect(wonSentence(line, 'ended', 0)).toBe('2 tasks in 42 s, one by one 1 min 24 s: 42 s won')
    expect(wonExplained(line, 0)).toContain('1 min 24 s of attempts added up, failed ones too, and 0 s')
  })

  it('tells how far a live run is', () => {
    const line = timelineAfter(...both, [10, attemptEnded(1, 'success')])
    expect(wonSentence(line, 'live', 12_000)).toBe('1 of 2 tasks done after 12 s: 10 s won so far')
  })

  it('claims nothing for a run one by one', () => {
    const line = timelineAfter(...begun, [10, attemptEnded(1, 'success')], [11, runEnded('success')])
    expect(wonSentence(line, 'ended', 0)).toBe('1 of 2 tasks in 11 s, one by one')
  })
})
