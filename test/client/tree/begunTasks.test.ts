import { expect, it } from 'vitest'
import { begunTasks } from '../../../client/src/tree/begunTasks'
import { attemptEnded, attemptStarted, attemptStarting, batchStarted, runStarted } from '../journalFixture'
import { viewAfter } from '../viewFixture'

const waiting = viewAfter('live', runStarted(), batchStarted)
const one = viewAfter('live', runStarted(), batchStarted, attemptStarting(1), attemptStarted(1))
const both = viewAfter('live', runStarted(), batchStarted, attemptStarting(1), attemptStarting(2))

it('names the tasks that began with a change, and no other', () => {
  expect(begunTasks({ view: one, before: waiting })).toEqual([1])
  expect(begunTasks({ view: both, before: one })).toEqual([2])
  expect(begunTasks({ view: one, before: one })).toEqual([])
})

it('names all that run when the run was not known before', () => {
  expect(begunTasks({ view: both, before: undefined })).toEqual([1, 2])
})

it('names none of a run that is over or interrupted', () => {
  expect(begunTasks({ view: { ...one, life: 'interrupted' }, before: waiting })).toEqual([])
  const failed = viewAfter('live', runStarted(), batchStarted, attemptStarting(1), attemptEnded(1, 'failed', 'No.'))
  expect(begunTasks({ view: failed, before: waiting })).toEqual([])
})
