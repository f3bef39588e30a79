import { describe, expect, it } from 'vitest'
import { concurrency, mostAtOnce } from '#core/run/timeline/concurrency'
import { shortDuration, spokenDuration } from '../../../../client/src/timeline/durations'
import { headlineOf } from '#core/run/timeline/headline'
import { timeWon } from '#core/run/timeline/timeWon'
import { attemptEnded, attemptStarting, batchStarted, runEnded } from '../../../client/journalFixture'
import { timelineAfter } from './journal'

const sideBySide = timelineAfter(
  [1, batchStarted],
  [1, attemptStarting(1)],
  [2, attemptStarting(2)],
  [11, attemptEnded(1, 'success')],
  [17, attemptEnded(2, 'failed', 'exit code 1')],
  [20, runEnded('failed')],
)

describe('the figures of a run', () => {
  it('tell what running side by side won', () => {
    // 10 s and 15 s of attempts in 16 s, and 4 s in which nothing ran.
    expect(timeWon(sideBySide, 99_000)).toEqual({
      wall: 20_000,
      attempts: 25_000,
      idle: 4000,
      oneByOne: 29_000,
      won: 9000,
    })
  })

  it('tell that a run one by one won nothing', () => {
    const line = timelineAfter(
      [0, batchStarted],
      [1, attemptStarting(1)],
      [3, attemptEnded(1, 'success')],
      [5, attemptStarting(2)],
    )
    expect(timeWon(line, 9000)).toMatchObject({ wall: 9000, oneByOne: 9000, won: 0 })
  })

  it('count the attempts under way', () => {
    const steps = concurrency(sideBySide)
    expect(steps).toEqual([
      { at: 0, count: 0 },
      { at: 1000, count: 1 },
      { at: 2000, count: 2 },
      { at: 11_000, count: 1 },
      { at: 17_000, count: 0 },
    ])
    expect(mostAtOnce(steps)).toBe(2)
  })

  it('sum a run up', () => {
    expect(headlineOf(sideBySide)).toMatchObject({
      total: 2,
      done: 1,
      failed: 1,
      running: 0,
      wallMs: 20_000,
      wonMs: 9000,
      outcome: 'failed',
    })
  })
})

describe('durations', () => {
  it.each([
    [0, '0 s', '0 seconds'],
    [400, '0.4 s', '0 seconds'],
    [1000, '1 s', '1 second'],
    [42_400, '42 s', '42 seconds'],
    [60_000, '1 min', '1 minute'],
    [110_000, '1 min 50 s', '1 minute 50 seconds'],
    [7_500_000, '2 h 5 min', '2 hours 5 minutes'],
    [-5, '0 s', '0 seconds'],
  ])('%i ms is %s, said as %s', (milliseconds, short, spoken) => {
    expect(shortDuration(milliseconds)).toBe(short)
    expect(spokenDuration(milliseconds)).toBe(spoken)
  })
})
