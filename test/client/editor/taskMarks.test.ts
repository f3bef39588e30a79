import { describe, expect, it } from 'vitest'
import { groupLines, marksOf } from '../../../client/src/editor/taskMarks'
import { attemptEnded, attemptStarted, attemptStarting, batchStarted, runStarted } from '../journalFixture'
import { demoSpec } from '../outlineFixture'
import { viewAfter } from '../viewFixture'

const running = [runStarted(), batchStarted, attemptStarting(1), attemptStarted(1)]

describe('the icons of the margin', () => {
  it('stand at the tasks of the run and nowhere else', () => {
    expect(marksOf(demoSpec(), viewAfter('live', ...running))).toEqual(
      new Map([
        ['running', [20]],
        ['queued', [30]],
      ]),
    )
    expect(marksOf(demoSpec(), undefined).size).toBe(0)
  })

  it('tell what became of each', () => {
    const view = viewAfter(
      'live',
      ...running,
      attemptEnded(1, 'failed', 'No.'),
      attemptStarting(2),
      attemptEnded(2, 'success'),
    )
    expect([...marksOf(demoSpec(), view)]).toEqual([
      ['failed', [20]],
      ['success', [30]],
    ])
    expect(marksOf(demoSpec(), viewAfter('interrupted', ...running)).get('interrupted')).toEqual([20])
  })
})

it('knows how far each parallel group goes', () => {
  expect(groupLines(demoSpec())).toEqual([{ first: 20, last: 35 }])
})
