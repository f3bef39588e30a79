import { describe, expect, it } from 'vitest'
import { groupRow } from '../../../client/src/tree/nodes/groupNode'
import { phaseRow } from '../../../client/src/tree/nodes/phaseNode'
import { specRow } from '../../../client/src/tree/nodes/specNode'
import { attemptEnded, attemptStarted, attemptStarting, batchStarted, runEnded, runStarted } from '../journalFixture'
import { demoSpec, group, task } from '../outlineFixture'
import { viewAfter } from '../viewFixture'

const pair = group(task(1, '1.2', 'Create b'), task(2, '1.3', 'Create c'))
const live = viewAfter('live', runStarted(), batchStarted, attemptStarting(1), attemptStarted(1))
const failed = viewAfter(
  'ended',
  runStarted(),
  batchStarted,
  attemptStarting(1),
  attemptEnded(1, 'failed', 'No.'),
  runEnded('failed'),
)

describe('the row of a parallel group', () => {
  it('tells its size and offers to run it', () => {
    expect(groupRow(pair, undefined)).toMatchObject({
      label: 'Parallel group (2)',
      accessible: 'Parallel group of 2 tasks, 0 of 2 done',
      context: ['group', 'runnable'],
      fold: 'expanded',
    })
  })

  it('says why it cannot run and does not offer it', () => {
    const row = groupRow({ ...pair, blocked: '1.2 and 1.3 both change src/a.ts' }, undefined)
    expect(row.description).toBe('cannot run: 1.2 and 1.3 both change src/a.ts')
    expect(row.accessible).toBe('Parallel group of 2 tasks, cannot run: 1.2 and 1.3 both change src/a.ts')
    expect(row.context).toEqual(['group', 'blocked'])
  })

  it('counts what runs and what waits', () => {
    expect(groupRow(pair, live)).toMatchObject({
      description: '0/2 · 1 running · 1 queued',
      context: ['group', 'running'],
    })
  })

  it('counts what was broken off by that word, and as no failure to retry', () => {
    const row = groupRow(pair, { ...live, life: 'interrupted' })
    expect(row).toMatchObject({ description: '0/2 · 1 interrupted', context: ['group', 'runnable'] })
  })

  it('is folded when all of it is done', () => {
    const done = group(task(1, '1.2', 'b', { state: 'done' }), task(2, '1.3', 'c', { state: 'done' }))
    expect(groupRow(done, undefined)).toMatchObject({ fold: 'collapsed', context: ['group', 'done'] })
  })
})

describe('the row of a phase', () => {
  const [first] = demoSpec().phases
  it('is open while there is something to do, and folded in a large spec', () => {
    if (first === undefined) throw new Error('no phase')
    expect(phaseRow(first, undefined, false)).toMatchObject({
      description: '1/3',
      fold: 'expanded',
      context: ['phase', 'runnable'],
    })
    expect(phaseRow(first, undefined, true).fold).toBe('collapsed')
    expect(phaseRow(first, live, true).fold).toBe('expanded')
  })
})

describe('the row of a spec', () => {
  it('offers to run it, or to stop what runs', () => {
    expect(specRow(demoSpec(), undefined, true).context).toEqual(['spec', 'runnable'])
    expect(specRow(demoSpec(), live, true).context).toEqual(['spec', 'running', 'run'])
  })

  it('offers to retry after a failure and to resume after an interruption', () => {
    expect(specRow(demoSpec(), failed, true).context).toEqual(['spec', 'runnable', 'run', 'failed'])
    const broken = specRow(demoSpec(), { ...live, life: 'interrupted' }, true)
    expect(broken.context).toEqual(['spec', 'runnable', 'run', 'interrupted'])
    expect(broken.description).toBe('1/4 · 1 interrupted')
  })

  it('tells of errors in the document', () => {
    const spec = demoSpec({ problems: { error: 2, warning: 1, info: 0, hint: 0 } })
    expect(specRow(spec, undefined, true).accessible).toBe('demo, spec, 1 of 4 done, 2 errors')
  })

  it('is folded at first when there are several', () => {
    expect(specRow(demoSpec(), undefined, false).fold).toBe('collapsed')
    expect(specRow(demoSpec(), live, false).fold).toBe('expanded')
  })
})
