import { describe, expect, it } from 'vitest'
import { headlineOf } from '#core/run/timeline/headline'
import { attemptRow } from '../../../client/src/runsView/attemptRow'
import { runRow } from '../../../client/src/runsView/runRow'
import type { RunNode } from '../../../client/src/runsView/runsNode'
import type { RunLife } from '../../../client/src/runs/runView'
import type { At } from '../../core/run/timeline/journal'
import { timelineAfter } from '../../core/run/timeline/journal'
import { attemptEnded, attemptStarted, attemptStarting, batchStarted, runEnded } from '../journalFixture'

const noon = new Date(2026, 10, 22, 12).getTime()
const nextDay = Date.UTC(2026, 10, 23, 18)

function run(life: RunLife, ...happened: readonly At[]): RunNode {
  const headline = headlineOf(timelineAfter(...happened))
  return { kind: 'run', id: 'r', uri: 'file:///w/t', runId: 'r', specName: 'login', headline, life, isNewest: true }
}

const begun: readonly At[] = [
  [0, batchStarted],
  [0, attemptStarting(1)],
  [0, attemptStarting(2)],
  [1, attemptStarted(1)],
]

describe('the row of a run', () => {
  it('tells when, how much of it succeeded and how long it took', () => {
    const node = run('ended', ...begun, [9, attemptEnded(1, 'success')], [42, runEnded('failed')])
    expect(runRow(node, nextDay, 'en')).toMatchObject({
      label: expect.stringMatching(/^Nov 2[23], \d\d:\d\d$/),
      description: '1/2 · 42 s',
      icon: { id: 'error' },
      context: ['run', 'failed', 'newest'],
      accessible: expect.stringMatching(/^Run of login, Nov .*, failed, 1 of 2 tasks succeeded, took 42 seconds$/),
      fold: 'collapsed',
    })
  })

  it('counts what failed', () => {
    const failed = attemptEnded(2, 'failed', 'exit code 1')
    const node = run('ended', ...begun, [9, attemptEnded(1, 'success')], [9, failed], [10, runEnded('failed')])
    expect(runRow(node, nextDay, 'en').description).toBe('1/2 · 1 failed · 10 s')
  })

  it('goes on while the run is live, and spins', () => {
    const node = run('live', ...begun)
    expect(runRow(node, node.headline.origin + 65_000, 'en')).toMatchObject({
      description: '0/2 · 1 min 5 s',
      icon: { id: 'sync~spin' },
      context: ['run', 'running', 'newest'],
    })
  })

  it('says that a run was interrupted when its runner is gone', () => {
    expect(runRow(run('interrupted', ...begun), nextDay, 'en')).toMatchObject({
      description: '0/2 · 1 s',
      context: ['run', 'interrupted', 'newest'],
    })
  })

  it('leaves out the day for a run of today', () => {
    const node = run('ended', ...begun, [42, runEnded('success')])
    const headline = { ...node.headline, startedAt: new Date(noon).toISOString() }
    expect(runRow({ ...node, headline }, noon + 1000, 'en').label).toBe('Today, 12:00')
  })
})

describe('the row of an attempt', () => {
  const line = timelineAfter(...begun, [9, attemptEnded(1, 'failed', 'exit code 1')], [12, attemptStarting(1, 2)])
  const [lane] = line.lanes
  if (lane === undefined) throw new Error('no task')
  const base = { kind: 'attempt', id: 'a', uri: 'u', runId: 'r', lane, origin: line.origin } as const

  it('tells why it failed and how long it took', () => {
    expect(attemptRow({ ...base, bar: lane.bars[0], life: 'live' }, nextDay)).toMatchObject({
      label: '1.2 Create b',
      description: 'exit code 1 · 9 s',
      context: ['attempt', 'log'],
      accessible: 'Task 1.2 Create b, attempt 1, failed, exit code 1, 9 seconds',
    })
  })

  it('counts the time of one that is under way, and takes it for interrupted when the runner is gone', () => {
    const node = { ...base, bar: lane.bars[1], life: 'live' } as const
    expect(attemptRow(node, line.origin + 20_000).description).toBe('8 s · attempt 2')
    expect(attemptRow({ ...node, life: 'interrupted' }, line.origin + 20_000).accessible).toContain('interrupted')
  })

  it('says that a task was never started', () => {
    const row = attemptRow({ ...base, bar: undefined, life: 'ended' }, nextDay)
    expect(row).toMatchObject({ description: 'not started', context: ['attempt'] })
  })
})

describe('the tooltips', () => {
  const image = '![x](https://example.com/x.png)'

  it('of a run shows names and reasons as they are: no picture is loaded, no link made', () => {
    const node = run('ended', ...begun, [9, runEnded('failed')])
    const headline = { ...node.headline, executor: `a\`${image}`, reason: image }
    const { tooltip } = runRow({ ...node, specName: image, headline }, nextDay, 'en')
    expect(tooltip.split('![x](')).toHaveLength(2)
    expect(tooltip).toContain(`\`\`a\`${image}\`\``)
  })

  it('of an attempt does so too', () => {
    const [lane] = timelineAfter(...begun, [9, attemptEnded(1, 'failed', image)]).lanes
    if (lane === undefined) throw new Error('no task')
    const node = { kind: 'attempt', id: 'a', uri: 'u', runId: 'r', origin: 0, life: 'ended' } as const
    const { tooltip } = attemptRow({ ...node, lane: { ...lane, title: image }, bar: lane.bars[0] }, nextDay)
    expect(tooltip).not.toContain('![x](')
    expect(tooltip).toContain('example')
  })
})
