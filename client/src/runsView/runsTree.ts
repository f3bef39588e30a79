import type { RunArchive } from '../runs/runArchive'
import type { RunStore } from '../runs/runStore'
import type { RunLife } from '../runs/runView'
import type { SpecStore } from '../specs/specStore'
import type { AttemptNode, RunNode, RunsNode, SpecRunsNode } from './runsNode'

/** The rows of the Runs view, read when they are asked for. */
export interface RunsTree {
  roots(): Promise<readonly RunsNode[]>
  children(node: RunsNode): Promise<readonly RunsNode[]>
  /** Shows so many more runs of a spec as a page holds. */
  showOlder(uri: string): void
}

/** So many runs of a spec are read and shown at first, and so many more each time. */
const page = 20

/** What the rows are made from. */
export interface RunsTreeOptions {
  readonly specs: Pick<SpecStore, 'all'>
  readonly runs: Pick<RunStore, 'get'>
  readonly archive: RunArchive
  /** The path that a URI names. */
  readonly fileOf: (uri: string) => string
}

/** Makes the rows out of the specs, their newest runs and the archive. */
export function createRunsTree({ specs, runs, archive, fileOf }: RunsTreeOptions): RunsTree {
  const shown = new Map<string, number>()

  const lifeOf = (file: string, runId: string, hasOutcome: boolean): RunLife => {
    const view = runs.get(file)
    if (view?.state.runId === runId) return view.life
    return hasOutcome ? 'ended' : 'interrupted'
  }
  const runsOf = async ({ uri, name }: SpecRunsNode): Promise<readonly RunsNode[]> => {
    const file = fileOf(uri)
    const ids = await archive.ids(file)
    const wanted = ids.slice(0, shown.get(uri) ?? page)
    const read = await Promise.all(
      wanted.map(async (runId, at): Promise<readonly RunNode[]> => {
        const headline = await archive.headline(file, runId)
        if (headline === undefined) return []
        const life = lifeOf(file, runId, headline.outcome !== null)
        return [{ kind: 'run', id: `${uri}#${runId}`, uri, runId, specName: name, headline, life, isNewest: at === 0 }]
      }),
    )
    const left = ids.length - wanted.length
    const older: readonly RunsNode[] = left > 0 ? [{ kind: 'older', id: `${uri}#older`, uri, left }] : []
    return [...read.flat(), ...older]
  }
  const attemptsOf = async (node: RunNode): Promise<readonly AttemptNode[]> => {
    const line = await archive.timeline(fileOf(node.uri), node.runId)
    return (line?.lanes ?? []).flatMap((lane) => {
      const bars = lane.bars.length === 0 ? [undefined] : lane.bars
      return bars.map((bar): AttemptNode => {
        const id = `${node.id}.${lane.index}.${bar?.attempt ?? 0}`
        const { uri, runId, life } = node
        return { kind: 'attempt', id, uri, runId, lane, bar, origin: node.headline.origin, life }
      })
    })
  }
  return {
    async roots() {
      const all = await Promise.all(
        specs.all().map(async ({ uri, name }): Promise<readonly SpecRunsNode[]> => {
          const ids = await archive.ids(fileOf(uri))
          return ids.length > 0 ? [{ kind: 'specRuns', id: uri, uri, name }] : []
        }),
      )
      const [first, ...others] = all.flat()
      if (first === undefined) return []
      return others.length === 0 ? runsOf(first) : [first, ...others]
    },
    async children(node) {
      if (node.kind === 'specRuns') return runsOf(node)
      return node.kind === 'run' ? attemptsOf(node) : []
    },
    showOlder(uri) {
      shown.set(uri, (shown.get(uri) ?? page) + page)
    },
  }
}
