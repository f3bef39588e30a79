import { expect, test } from 'vitest'
import { runAnswer } from '#core/agentTools/runAnswer'
import { foldRun } from '#core/run/fold'
import { batch, ended, runEvents, started } from '../../runner/console/events'

test('an agent is told that what was under way when its runner died was interrupted, and that it is not done', () => {
  const state = foldRun(runEvents(batch(3), started(0), ended(0, 'success'), started(1)))
  if (state === undefined) throw new Error('no run')
  const answer = (standing: 'live' | 'interrupted') => runAnswer({ state, standing, logOf: () => null })
  const told = answer('interrupted')
  expect(told.data).toMatchObject({
    outcome: 'interrupted',
    tasks: [
      { line: 1, status: 'success' },
      { line: 2, status: 'interrupted' },
      { line: 3, status: 'queued' },
    ],
  })
  expect(told.text).toContain('1 of 3 tasks done, 1 not.')
  expect(answer('live').data).toMatchObject({ tasks: [{ status: 'success' }, { status: 'starting' }, {}] })
})
