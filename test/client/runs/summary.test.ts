import { expect, it } from 'vitest'
import { summarise } from '../../../client/src/runs/summary'
import { attemptEnded, attemptStarting, batchStarted, runStarted } from '../journalFixture'
import { viewAfter } from '../viewFixture'

it('tells the server the newest attempt of each task, in index order', () => {
  const view = viewAfter(
    'live',
    runStarted(),
    batchStarted,
    attemptStarting(2),
    attemptEnded(2, 'failed', 'No.'),
    attemptStarting(2, 2),
  )
  expect(summarise(view)).toEqual({
    runId: view.state.runId,
    live: true,
    outcome: null,
    tasks: [
      {
        index: 1,
        id: '1.2',
        title: 'Create b',
        status: 'queued',
        attempt: 0,
        reason: null,
        durationMs: null,
        commit: null,
      },
      {
        index: 2,
        id: '1.3',
        title: 'Create c',
        status: 'starting',
        attempt: 2,
        reason: null,
        durationMs: null,
        commit: null,
      },
    ],
  })
})

it('says that a run whose runner died was interrupted, and what was under way then', () => {
  const view = viewAfter('interrupted', runStarted(), batchStarted, attemptStarting(2))
  expect(summarise(view)).toMatchObject({
    live: false,
    outcome: 'interrupted',
    tasks: [{ status: 'queued' }, { status: 'interrupted' }],
  })
})
