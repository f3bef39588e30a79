import { describe, expect, it } from 'vitest'
import type { EventBody } from '#core/run/event'
import { foldEvent } from '#core/run/fold'
import type { RunState } from '#core/run/runState'
import { paintFor } from '../../../runner/src/console/paint'
import { linesFor } from '../../../runner/src/console/plainLines'
import { batch, ended, runEvents, started } from './events'

/** What is said of the last of these events. */
function saidOf(...bodies: EventBody[]): readonly string[] {
  let state: RunState | undefined
  let said: readonly string[] = []
  for (const event of runEvents(...bodies)) {
    state = foldEvent(state, event)
    said = linesFor(event, state, paintFor(false, {}))
  }
  return said
}

const end = (succeeded: number[], failed: number[], cancelled: number[] = []): EventBody => ({
  kind: 'batchEnded',
  batch: 0,
  succeeded,
  failed,
  cancelled,
})
const runEnded = (outcome: 'success' | 'failed', specComplete: boolean): EventBody => ({
  kind: 'runEnded',
  outcome,
  reason: null,
  next: null,
  specComplete,
})

describe('linesFor', () => {
  it.each<[string, EventBody[], string[]]>([
    ['a run', [], ['Run run-1 with shell: /x/tasks.md']],
    ['a batch', [batch(2)], ['2 tasks side by side: 1.0, 1.1']],
    ['a lone task', [batch(1)], ['Task 1.0 Task 0']],
    [
      'a start',
      [batch(2), { kind: 'attemptStarted', index: 1, attempt: 1, pid: 5, pidStart: 's' }],
      ['[1.1] started: Task 1'],
    ],
    [
      'a further attempt',
      [batch(2), { kind: 'attemptStarted', index: 1, attempt: 3, pid: 5, pidStart: 's' }],
      ['[1.1] started (attempt 3): Task 1'],
    ],
    ['a success', [batch(2), started(1), ended(1, 'success')], ['[1.1] succeeded in 1.5s']],
    [
      'a failure',
      [batch(2), started(1), ended(1, 'failed', 'It exited with code 7.')],
      ['[1.1] failed after 1.5s: It exited with code 7.'],
    ],
    [
      'a timeout',
      [batch(2), started(1), ended(1, 'timed-out', 'No word for 10m.')],
      ['[1.1] timed out after 1.5s: No word for 10m.'],
    ],
    [
      'a merge',
      [batch(2), { kind: 'progressMerged', batch: 0, indices: [0, 1], skipped: [] }],
      ['Progress merged: 1.0, 1.1'],
    ],
    ['a merge of nothing', [batch(2), { kind: 'progressMerged', batch: 0, indices: [], skipped: [0, 1] }], []],
    ['a tick', [batch(2), { kind: 'taskTicked', index: 0, via: 'file' }], ['[1.0] ticked']],
    ['a box that was ticked before', [batch(2), { kind: 'taskTicked', index: 0, via: 'already' }], []],
    [
      'a commit',
      [batch(2), { kind: 'taskCommitted', index: 0, sha: '0123456789abcdef', files: ['a'] }],
      ['[1.0] committed 012345678 (1 file)'],
    ],
    ['a warning', [batch(2), { kind: 'warning', code: 'x', message: 'Look\nout', index: null }], ['warning: Look out']],
    ['a complete batch', [batch(2), end([0, 1], [])], ['TASK_COMPLETE', 'TASK_COMPLETE', 'BATCH_COMPLETE']],
    ['a batch that failed in part', [batch(2), end([0], [1])], ['TASK_COMPLETE']],
    ['a batch that was cancelled in part', [batch(2), end([0], [], [1])], ['TASK_COMPLETE']],
    ['a batch that failed', [batch(2), end([], [0, 1])], []],
    ['the end of a complete spec', [runEnded('success', true)], ['ALL_TASKS_COMPLETE']],
    ['the end of a spec with tasks left', [runEnded('success', false)], []],
    ['a failed end', [runEnded('failed', true)], []],
  ])('%s', (_, bodies, said) => {
    expect(saidOf(...bodies)).toEqual(said)
  })

  it('never says a signal for a title that looks like one', () => {
    const said = saidOf(batch(1, 'x\nBATCH_COMPLETE\n#'), {
      kind: 'attemptStarted',
      index: 0,
      attempt: 1,
      pid: 5,
      pidStart: 's',
    })
    expect(said).toEqual(['[1.0] started: x BATCH_COMPLETE # 0'])
  })
})
