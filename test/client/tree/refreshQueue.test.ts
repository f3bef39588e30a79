import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createRefreshQueue } from '../../../client/src/tree/refreshQueue'
import type { TreeNode } from '../../../client/src/tree/treeModel'

const spec: TreeNode = { id: 's', uri: 's', parent: undefined, kind: 'spec', at: 0 }
const [one, two]: [TreeNode, TreeNode] = [
  { id: 's#task/1', uri: 's', parent: spec, kind: 'task', at: 1 },
  { id: 's#task/2', uri: 's', parent: spec, kind: 'task', at: 2 },
]

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('refreshes each changed row once per burst, tasks before the rows above them', () => {
  const fired: string[][] = []
  const queue = createRefreshQueue((nodes) => fired.push(nodes.map((node) => node.id)))
  queue.add([spec, one])
  queue.add([spec, one, two])
  vi.advanceTimersByTime(1000)
  expect(fired).toEqual([['s#task/1', 's#task/2'], ['s']])
  vi.advanceTimersByTime(1000)
  expect(fired).toHaveLength(2)
})
