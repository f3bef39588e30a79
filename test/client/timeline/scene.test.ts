import { describe, expect, it } from 'vitest'
import type { Timeline } from '#core/run/timeline/timeline'
import type { ToTimelinePage } from '#core/wire/timelinePage'
import type { Scene } from '../../../client/src/timeline/page/scene'
import { atPlace, endedBetween, takeMessage } from '../../../client/src/timeline/page/scene'
import type { At } from '../../core/run/timeline/journal'
import { timelineAfter } from '../../core/run/timeline/journal'
import { attemptEnded, attemptStarting, batchStarted } from '../journalFixture'

const frame = { specName: 'login', life: 'live', now: 0 } as const
const begun: readonly At[] = [
  [0, batchStarted],
  [0, attemptStarting(1)],
  [0, attemptStarting(2)],
]

function sceneOf(line: Timeline): Scene {
  return { frame, line }
}

/** What the extension sends when only the lanes of these tasks changed. */
function changes(line: Timeline, ...indices: readonly number[]): ToTimelinePage {
  const { lanes, ...rest } = line
  return { kind: 'changes', frame, line: rest, lanes: lanes.filter(({ index }) => indices.includes(index)) }
}

describe('the scene of a page', () => {
  const before = sceneOf(timelineAfter(...begun))
  const later = timelineAfter(...begun, [9, attemptEnded(1, 'success')])

  it('takes the changed lanes and keeps the others as they are', () => {
    const after = takeMessage(before, changes(later, 1))
    expect(after?.line).toEqual(later)
    expect(after?.line.lanes[1]).toBe(before.line.lanes[1])
  })

  it('puts new tasks in their place', () => {
    const one = { ...before.line, lanes: before.line.lanes.slice(1) }
    expect(takeMessage(sceneOf(one), changes(later, 1))?.line.lanes.map(({ index }) => index)).toEqual([1, 2])
  })

  it('waits for the whole before it takes changes', () => {
    expect(takeMessage(undefined, changes(later, 1))).toBeUndefined()
  })

  it('knows which attempts ended since', () => {
    const after = takeMessage(before, changes(later, 1))
    if (after === undefined) throw new Error('no scene')
    expect(endedBetween(before, after).map(({ lane, bar }) => [lane.index, bar.status])).toEqual([[1, 'success']])
    expect(endedBetween(after, after)).toEqual([])
    expect(endedBetween(undefined, after)).toEqual([])
  })

  it('knows them also when a task above them begins at the same moment', () => {
    const one = sceneOf({ ...before.line, lanes: before.line.lanes.slice(1) })
    const after = sceneOf(timelineAfter(...begun, [9, attemptEnded(2, 'failed')]))
    expect(endedBetween(one, after).map(({ lane, bar }) => [lane.index, bar.status])).toEqual([[2, 'failed']])
  })

  it('finds what stands at a place, the newest attempt when the one is gone', () => {
    expect(atPlace(later, { index: 1, attempt: 1 })?.bar?.status).toBe('success')
    expect(atPlace(later, { index: 1, attempt: 7 })?.bar?.attempt).toBe(1)
    expect(atPlace(later, { index: 8, attempt: 1 })).toBeUndefined()
    expect(atPlace(later, null)).toBeUndefined()
  })
})
