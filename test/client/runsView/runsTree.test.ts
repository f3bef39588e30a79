import { describe, expect, it } from 'vitest'
import type { SpecOutline } from '#core/wire/messages'
import { headlineOf } from '#core/run/timeline/headline'
import type { RunArchive } from '../../../client/src/runs/runArchive'
import type { RunView } from '../../../client/src/runs/runView'
import type { RunsNode } from '../../../client/src/runsView/runsNode'
import { createRunsTree } from '../../../client/src/runsView/runsTree'
import { timelineAfter } from '../../core/run/timeline/journal'
import { attemptEnded, attemptStarting, batchStarted, runEnded, runStarted } from '../journalFixture'
import { viewAfter } from '../viewFixture'

const line = timelineAfter(
  [0, batchStarted],
  [0, attemptStarting(1)],
  [4, attemptEnded(1, 'failed', 'exit code 1')],
  [5, attemptStarting(1, 2)],
  [9, runEnded('failed')],
)

/** An archive with so many runs for each file, which notes down what is read. */
function archiveOf(counts: Readonly<Record<string, number>>): { archive: RunArchive; read: string[] } {
  const read: string[] = []
  const archive: RunArchive = {
    ids: async (file) => Array.from({ length: counts[file] ?? 0 }, (_, at) => `run-${900 - at}`),
    async headline(_, runId) {
      read.push(runId)
      return { ...headlineOf(line), runId }
    },
    timeline: async () => line,
  }
  return { archive, read }
}

function specsOf(...names: readonly string[]): { all: () => readonly SpecOutline[] } {
  const problems = { error: 0, warning: 0, info: 0, hint: 0 }
  const base = { dialect: 'smart-ralph', phases: [], total: 0, done: 0, problems }
  return { all: () => names.map((name) => ({ ...base, name, uri: name })) }
}

function labels(nodes: readonly RunsNode[]): readonly string[] {
  return nodes.map((node) => {
    if (node.kind === 'run') return `${node.runId} ${node.life}${node.isNewest ? ' newest' : ''}`
    return node.kind === 'older' ? `${node.left} older` : node.kind === 'specRuns' ? node.name : node.id
  })
}

const fileOf = (uri: string): string => uri
const noRuns = { get: () => undefined }

describe('the rows of the Runs view', () => {
  it('reads only the runs that are shown, and more when they are asked for', async () => {
    const { archive, read } = archiveOf({ login: 300 })
    const tree = createRunsTree({ specs: specsOf('login'), runs: noRuns, archive, fileOf })
    const first = labels(await tree.roots())
    expect([first.length, first[0], first[1], first.at(-1)]).toEqual([
      21,
      'run-900 ended newest',
      'run-899 ended',
      '280 older',
    ])
    expect(read).toHaveLength(20)
    tree.showOlder('login')
    expect(labels(await tree.roots()).at(-1)).toBe('260 older')
  })

  it('shows specs only when several have been run', async () => {
    const { archive, read } = archiveOf({ login: 2, billing: 1 })
    const several = createRunsTree({ specs: specsOf('login', 'billing', 'idle'), runs: noRuns, archive, fileOf })
    const roots = await several.roots()
    expect(labels(roots)).toEqual(['login', 'billing'])
    expect(read).toEqual([])
    const [login] = roots
    expect(login && labels(await several.children(login))).toEqual(['run-900 ended newest', 'run-899 ended'])
    const one = createRunsTree({ specs: specsOf('billing', 'idle'), runs: noRuns, archive, fileOf })
    expect(labels(await one.roots())).toEqual(['run-900 ended newest'])
  })

  it('takes from the store of runs whether the newest is live', async () => {
    const { archive } = archiveOf({ login: 2 })
    const live = viewAfter('live', runStarted())
    const view: RunView = { ...live, state: { ...live.state, runId: 'run-900' } }
    const tree = createRunsTree({ specs: specsOf('login'), runs: { get: () => view }, archive, fileOf })
    expect(labels(await tree.roots())).toEqual(['run-900 live newest', 'run-899 ended'])
  })

  it('shows each attempt below its run, and tasks that never came to their turn', async () => {
    const { archive } = archiveOf({ login: 1 })
    const tree = createRunsTree({ specs: specsOf('login'), runs: noRuns, archive, fileOf })
    const [run] = await tree.roots()
    expect(run && labels(await tree.children(run))).toEqual([
      'login#run-900.1.1',
      'login#run-900.1.2',
      'login#run-900.2.0',
    ])
  })

  it('has nothing for a workspace in which nothing was run', async () => {
    const { archive } = archiveOf({})
    expect(await createRunsTree({ specs: specsOf('login'), runs: noRuns, archive, fileOf }).roots()).toEqual([])
  })
})
