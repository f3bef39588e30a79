import { describe, expect, it } from 'vitest'
import { endMessage } from '../../../client/src/status/endMessage'
import { statusText } from '../../../client/src/status/statusText'
import { attemptEnded, attemptStarted, attemptStarting, batchStarted, runEnded, runStarted } from '../journalFixture'
import { demoSpec } from '../outlineFixture'
import { viewAfter } from '../viewFixture'

const bothRun = [
  runStarted(),
  batchStarted,
  attemptStarting(1),
  attemptStarting(2),
  attemptStarted(1),
  attemptStarted(2),
]
const oneDone = [...bothRun, attemptEnded(1, 'success')]

describe('the status bar item', () => {
  it('is not there without a spec', () => {
    expect(statusText([], [])).toBeUndefined()
  })

  it('counts the tasks of all specs while nothing runs', () => {
    expect(statusText([demoSpec(), demoSpec({ total: 6, done: 6 })], [])?.text).toBe('$(checklist) 7/10')
  })

  it('shows the run while one is live', () => {
    expect(statusText([demoSpec()], [viewAfter('live', ...oneDone)])).toEqual({
      text: '$(sync~spin) 1/2 Parallel Tasks',
      tooltip: '1 of 2 done, 1 running',
      accessible: 'Parallel Tasks: 1 of 2 done, 1 running',
    })
  })

  it('says what holds new tasks back', () => {
    const view = viewAfter('live', ...bothRun, {
      kind: 'startsHeld',
      reason: 'The agent is over its limit.',
      until: null,
    })
    expect(statusText([demoSpec()], [view])?.tooltip).toContain('New tasks wait: The agent is over its limit.')
  })

  it('offers to resume an interrupted run until that is done', () => {
    const view = viewAfter('interrupted', ...oneDone)
    expect(statusText([demoSpec()], [view])).toEqual({
      text: '$(debug-disconnect) Resume run',
      tooltip: 'Parallel Tasks: the run of demo was interrupted with 1 of 2 tasks done. Click to resume it.',
      accessible: 'Parallel Tasks: the run of demo was interrupted with 1 of 2 tasks done',
      resumes: view.file,
    })
    expect(statusText([demoSpec()], [view, { ...view, file: '/w/other/tasks.md' }])).not.toHaveProperty('resumes')
  })

  it('remembers failures until they are retried', () => {
    const view = viewAfter('ended', ...oneDone, attemptEnded(2, 'failed', 'No.'), runEnded('failed'))
    expect(statusText([demoSpec()], [view])?.text).toBe('$(error) 1 failed')
  })
})

describe('the notification at the end of a run', () => {
  it('counts tasks and commits, and leads to the changes', () => {
    const view = viewAfter(
      'ended',
      ...oneDone,
      attemptEnded(2, 'success'),
      { kind: 'taskCommitted', index: 1, sha: 'abc', files: ['b'] },
      runEnded('success', true),
    )
    expect(endMessage(view, 'demo')).toEqual({
      severity: 'info',
      text: 'demo: 2 tasks done, 1 commit. The spec is complete.',
      steps: ['Show Changes', 'Open Tasks'],
    })
  })

  it('gives the reason of a single failure and offers a retry', () => {
    const view = viewAfter(
      'ended',
      ...oneDone,
      attemptEnded(2, 'failed', 'It ended with exit code 3.'),
      runEnded('failed'),
    )
    expect(endMessage(view, 'demo')).toEqual({
      severity: 'error',
      text: 'demo: 1 of 2 tasks failed (It ended with exit code 3). What succeeded is kept.',
      steps: ['Retry Failed', 'Show Log', 'Open Tasks'],
    })
  })

  it('tells a run in which the person stopped a task without alarm, and offers to run that task', () => {
    const view = viewAfter('ended', ...oneDone, attemptEnded(2, 'cancelled'), runEnded('failed'))
    expect(endMessage(view, 'demo')).toEqual({
      severity: 'info',
      text: 'demo: 1 of 2 tasks done, 1 stopped.',
      steps: ['Run Stopped', 'Open Tasks'],
    })
  })

  it('counts a stopped task not as a failure when another one failed', () => {
    const view = viewAfter(
      'ended',
      ...bothRun,
      attemptEnded(1, 'cancelled'),
      attemptEnded(2, 'failed', 'It ended with exit code 3.'),
      runEnded('failed'),
    )
    expect(endMessage(view, 'demo').text).toBe(
      'demo: 1 of 2 tasks failed (It ended with exit code 3), 1 stopped. What succeeded is kept.',
    )
  })

  it('tells a stopped run without alarm', () => {
    expect(endMessage(viewAfter('ended', ...oneDone, runEnded('cancelled')), 'demo')).toMatchObject({
      severity: 'info',
      text: 'The run of demo was stopped with 1 of 2 tasks done.',
    })
  })

  it('tells why a run stopped that something outside stopped, and offers to resume it', () => {
    expect(endMessage(viewAfter('interrupted', ...oneDone, runEnded('failed')), 'demo')).toMatchObject({
      severity: 'error',
      text: 'demo: A task failed.',
      steps: ['Resume', 'Open Tasks'],
    })
  })

  it('offers to resume an interrupted run', () => {
    expect(endMessage(viewAfter('interrupted', ...oneDone), 'demo')).toMatchObject({
      severity: 'warning',
      steps: ['Resume', 'Open Tasks'],
    })
  })
})
