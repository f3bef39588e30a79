import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SpecOutline } from '#core/wire/messages'
import { createSignal } from '../../../client/src/platform/signal'
import type { RunChange, RunView } from '../../../client/src/runs/runView'
import type { SpecChange } from '../../../client/src/specs/specStore'
import type { TreeNode } from '../../../client/src/tree/treeModel'
import { createTreeRows } from '../../../client/src/tree/treeRows'
import {
  attemptEnded,
  attemptStarted,
  attemptStarting,
  batchStarted,
  place,
  runStarted,
  timeOf,
} from '../journalFixture'
import { demoSpec, group, task } from '../outlineFixture'
import { viewAfter } from '../viewFixture'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse(timeOf(60)) }))
afterEach(() => void vi.useRealTimers())

const waiting = viewAfter('live', runStarted(), batchStarted)
const started = viewAfter('live', runStarted(), batchStarted, attemptStarting(1), attemptStarted(1))
const failed = viewAfter('live', runStarted(), batchStarted, attemptStarting(1), attemptEnded(1, 'failed', 'No.'))

describe('refreshing rows', () => {
  it('asks for one task and what stands above it when one of 300 tasks changes', () => {
    const { drawAll, change, fired } = setUp([largeSpec(), otherSpec('b'), otherSpec('c')])
    change(waiting)
    const all = drawAll()
    expect(all).toBeGreaterThan(300)
    fired.length = 0

    change(started)

    expect(fired).toEqual([['task/1'], ['', 'group/1', 'phase/0']])
  })

  it('asks for nothing when what is shown stays the same', () => {
    const { drawAll, change, fired } = setUp([demoSpec()])
    change(started)
    drawAll()
    fired.length = 0
    change(viewAfter('live', runStarted(), batchStarted, attemptStarting(1), attemptStarted(1)))
    expect(fired).toEqual([])
  })

  it('asks for nothing that VS Code has not asked for yet: a folded spec costs nothing', () => {
    const { rows, change, fired } = setUp([demoSpec(), otherSpec('b')])
    rows.children(undefined)
    fired.length = 0
    change(started)
    expect(fired).toEqual([])
  })

  it('draws only the clocks of running tasks anew as time passes', () => {
    const { rows, drawAll, change, fired } = setUp([demoSpec()])
    change(started)
    drawAll()
    fired.length = 0
    vi.advanceTimersByTime(5000)
    rows.tick()
    vi.advanceTimersByTime(1000)
    expect(fired).toEqual([['task/1']])
  })
})

describe('a filter', () => {
  it('leaves the tasks that pass, what stands above them, and nothing else', () => {
    const { rows, draw, change } = setUp([demoSpec(), otherSpec('b')])
    change(failed)
    rows.setFilter('failed')
    expect(draw()).toEqual(['demo', 'Phase 1: First', 'Parallel group (2)', '1.2 Create b'])
    rows.setFilter('running')
    expect(draw()).toEqual(['demo', 'Phase 1: First', 'Parallel group (2)', '1.3 Create c'])
    rows.setFilter('open')
    expect(draw()).not.toContain('1.1 Create a')
    expect(draw()).toContain('2.1 Create d')
    rows.setFilter('all')
    expect(draw()).toContain('1.1 Create a')
  })

  it('unfolds what it leaves', () => {
    const { rows } = setUp([demoSpec(), otherSpec('b')])
    const [first] = rows.children(undefined)
    expect(first && rows.row(first)?.fold).toBe('collapsed')
    rows.setFilter('open')
    expect(first && rows.row(first)?.fold).toBe('expanded')
  })

  it('follows the run: a task that does not pass any more goes', () => {
    const { rows, draw, change, fired } = setUp([demoSpec()])
    change(started)
    rows.setFilter('running')
    expect(draw()).toContain('1.2 Create b')
    fired.length = 0
    change(failed)
    expect(fired.flat()).toContain('group/1')
    expect(draw()).not.toContain('1.2 Create b')
  })

  it('says that nothing passes, and offers to show all', () => {
    const { rows, draw } = setUp([demoSpec()])
    rows.setFilter('failed')
    expect(draw()).toEqual(['No task has failed'])
    const [only] = rows.children(undefined)
    expect(only && rows.row(only)).toMatchObject({
      accessible: 'No task has failed, Show All Tasks',
      command: { id: 'parallelTasks.filterAll' },
    })
  })
})

describe('notices', () => {
  it('stand above the specs and say what to do', () => {
    const { rows, draw, change, standing } = setUp([demoSpec()])
    change({ ...started, life: 'interrupted' })
    standing.missingExecutor = 'auto'
    rows.noticesChanged()
    expect(draw().slice(0, 3)).toEqual(['demo was interrupted', 'No coding agent found', 'demo'])
    standing.trusted = false
    expect(draw().slice(0, 3)).toEqual(['Restricted Mode', 'demo was interrupted', 'demo'])
  })

  it('leave a tree without specs empty, so that the welcome text is seen', () => {
    const { draw, standing } = setUp([])
    standing.trusted = false
    expect(draw()).toEqual([])
  })

  it('come as soon as a run is interrupted', () => {
    const { drawAll, change, fired } = setUp([demoSpec()])
    change(started)
    drawAll()
    fired.length = 0
    change({ ...started, life: 'interrupted' })
    expect(fired).toContain(undefined)
  })
})

it('tells where a spec stands whose name does not say it', () => {
  const { rows, places } = setUp([demoSpec()])
  places.set(demoSpec().uri, 'shop')
  const [root] = rows.children(undefined)
  expect(root && rows.row(root)).toMatchObject({
    description: 'shop · 1/4',
    accessible: 'demo in shop, spec, 1 of 4 done',
  })
})

function setUp(all: readonly SpecOutline[]) {
  const specs = createSignal<SpecChange>()
  const runs = createSignal<RunChange>()
  const standing: { trusted: boolean; missingExecutor: string | null } = { trusted: true, missingExecutor: null }
  const places = new Map<string, string>()
  let view: RunView | undefined
  const rows = createTreeRows(
    {
      specs: { all: () => all, get: (uri) => all.find((spec) => spec.uri === uri), onDidChange: specs.event },
      runs: { get: (file) => (file === place.file ? view : undefined), onDidChange: runs.event },
      fileOf: (uri) => uri.replace('file://', ''),
      places: () => places,
      standing: () => standing,
    },
    'all',
  )
  const fired: (readonly string[] | undefined)[] = []
  rows.onDidChange((nodes) => fired.push(nodes?.map(({ id }) => id.split('#')[1] ?? '')))
  specs.fire({ kind: 'list' })
  const shown = (node?: TreeNode): readonly (readonly [TreeNode, string])[] =>
    rows.children(node).flatMap((child) => [[child, rows.row(child)?.label ?? ''] as const, ...shown(child)])
  return {
    rows,
    standing,
    places,
    fired,
    draw: () => shown().map(([, label]) => label),
    /** Asks for every row, as an unfolded tree does; gives their number. */
    drawAll: () => shown().length,
    change: (next: RunView) => {
      const before = view
      view = next
      runs.fire({ view: next, before })
      vi.advanceTimersByTime(1000)
    },
  }
}

function otherSpec(name: string): SpecOutline {
  return demoSpec({ uri: `file:///w/specs/${name}/tasks.md`, name })
}

/** `demo` with 300 more tasks below a third heading. */
function largeSpec(): SpecOutline {
  const more = Array.from({ length: 300 }, (_, at) => task(10 + at, `3.${at}`, `Task ${at}`))
  const { phases } = demoSpec()
  return demoSpec({ phases: [...phases, { title: 'Phase 3: Many', line: 50, nodes: [group(...more)] }] })
}
