import { expect, test } from 'vitest'
import { countTasks } from '#core/run/countTasks'
import { foldRun } from '#core/run/fold'
import { batch, ended, runEvents, started } from '../../runner/console/events'

const verdicts = ['success', 'failed', 'timed-out', 'cancelled', 'interrupted'] as const

test('a task that was stopped or cut short is no failed one', () => {
  const tried = verdicts.flatMap((verdict, index) => [started(index), ended(index, verdict)])
  const state = foldRun(runEvents(batch(7), ...tried, started(5)))
  if (state === undefined) throw new Error('no run')
  expect(countTasks(state.tasks.values())).toEqual({
    total: 7,
    done: 1,
    failed: 2,
    cancelled: 1,
    interrupted: 1,
    running: 1,
    queued: 1,
  })
})
