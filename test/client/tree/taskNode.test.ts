import { describe, expect, it } from 'vitest'
import { taskRow } from '../../../client/src/tree/nodes/taskNode'
import {
  attemptEnded,
  attemptStarted,
  attemptStarting,
  batchStarted,
  runEnded,
  runStarted,
  timeOf,
} from '../journalFixture'
import { task } from '../outlineFixture'
import { viewAfter } from '../viewFixture'

const createB = task(1, '1.2', 'Create b')
const later = Date.parse(timeOf(70))

describe('the row of a task', () => {
  it('shows on hover what a title says and nothing else: no picture, no link', () => {
    const { tooltip } = taskRow(task(1, '1.2', 'See ![x](https://x.y/z.png)'), undefined, later)
    expect(tooltip.split('\n')[0]).toBe('**1.2 See \\!\\[x\\]\\(https\\://x.y/z.png\\)**')
  })

  it('tells attempt, time and reason on hover', () => {
    const view = viewAfter('live', runStarted(), batchStarted, attemptStarting(1), attemptEnded(1, 'failed', 'No.'))
    expect(taskRow(createB, view, later).tooltip).toBe(
      '**1.2 Create b**\n\nState: failed\n\nAttempt 1, 0:12\n\nReason: No.',
    )
  })

  it('shows the box of a task that never ran', () => {
    expect(taskRow(createB, undefined, later)).toMatchObject({
      label: '1.2 Create b',
      description: '',
      accessible: '1.2 Create b, open',
      icon: { id: 'circle-large-outline' },
      context: ['task', 'open', 'runnable'],
    })
    expect(taskRow({ ...createB, state: 'done' }, undefined, later)).toMatchObject({
      accessible: '1.2 Create b, done',
      context: ['task', 'done'],
    })
  })

  it('shows its title alone when it has no id', () => {
    expect(taskRow(task(1, null, 'Create b'), undefined, later).label).toBe('Create b')
  })

  it('shows that it waits', () => {
    const row = taskRow(createB, viewAfter('live', runStarted(), batchStarted), later)
    expect(row).toMatchObject({
      accessible: '1.2 Create b, queued',
      description: 'queued',
      context: ['task', 'queued'],
    })
  })

  it('shows a running task with its attempt and the time since it began, and spins', () => {
    const row = taskRow(
      createB,
      viewAfter('live', runStarted(), batchStarted, attemptStarting(1), attemptStarted(1)),
      later,
    )
    expect(row).toMatchObject({
      accessible: '1.2 Create b, running, attempt 1',
      description: '1:08',
      icon: { id: 'sync~spin' },
      context: ['task', 'running', 'log'],
    })
  })

  it('shows why a task failed, and offers to run it again', () => {
    const view = viewAfter(
      'ended',
      runStarted(),
      batchStarted,
      attemptStarting(1),
      attemptEnded(1, 'failed', 'It ended with exit code 3.'),
      runEnded('failed'),
    )
    expect(taskRow(createB, view, later)).toMatchObject({
      accessible: '1.2 Create b, failed, attempt 1, It ended with exit code 3.',
      description: 'It ended with exit code 3. · 0:12',
      icon: { id: 'error', color: 'charts.red' },
      context: ['task', 'failed', 'runnable', 'log'],
    })
  })

  it('counts a success as done while the run goes on, before its box is ticked', () => {
    const view = viewAfter('live', runStarted(), batchStarted, attemptStarting(1), attemptEnded(1, 'success'))
    expect(taskRow(createB, view, later)).toMatchObject({
      accessible: '1.2 Create b, done, attempt 1',
      description: '0:12',
    })
  })

  it('believes the box more than an old run', () => {
    const view = viewAfter(
      'ended',
      runStarted(),
      batchStarted,
      attemptStarting(1),
      attemptEnded(1, 'failed', 'No.'),
      runEnded('failed'),
    )
    expect(taskRow({ ...createB, state: 'done' }, view, later).accessible).toBe('1.2 Create b, done, attempt 1')
  })

  it('shows what ran when its runner died as interrupted', () => {
    const view = viewAfter('interrupted', runStarted(), batchStarted, attemptStarting(1), attemptStarted(1))
    expect(taskRow(createB, view, later)).toMatchObject({
      accessible: '1.2 Create b, interrupted, attempt 1',
      context: ['task', 'failed', 'runnable', 'log'],
    })
  })

  it('says that a success is not ticked, and why', () => {
    const view = viewAfter(
      'ended',
      runStarted(),
      batchStarted,
      attemptStarting(1),
      attemptEnded(1, 'success'),
      { kind: 'tickRefused', index: 1, reason: 'The task was renamed.' },
      runEnded('success'),
    )
    expect(taskRow(createB, view, later).accessible).toBe(
      '1.2 Create b, done, box not ticked, attempt 1, The task was renamed.',
    )
  })

  it('says that a success is not ticked when its runner died before the end of the batch', () => {
    const done = [runStarted(), batchStarted, attemptStarting(1), attemptEnded(1, 'success')]
    expect(taskRow(createB, viewAfter('interrupted', ...done), later).accessible).toBe(
      '1.2 Create b, done, box not ticked, attempt 1',
    )
    const ticked = viewAfter('interrupted', ...done, { kind: 'taskTicked', index: 1, via: 'file' })
    expect(taskRow(createB, ticked, later).accessible).toBe('1.2 Create b, open')
  })

  it('finds its run again after tasks were put in before it', () => {
    const view = viewAfter('live', runStarted(), batchStarted, attemptStarting(1), attemptStarted(1))
    expect(taskRow({ ...createB, index: 5 }, view, later).accessible).toBe('1.2 Create b, running, attempt 1')
  })

  it('does not take over the run of another task that had its index', () => {
    const view = viewAfter('live', runStarted(), batchStarted, attemptStarting(1), attemptStarted(1))
    expect(taskRow(task(1, '1.9', 'Something else'), view, later).accessible).toBe('1.9 Something else, open')
  })
})
