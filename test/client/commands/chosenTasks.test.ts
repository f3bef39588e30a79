import { describe, expect, it } from 'vitest'
import { chosenTasks } from '../../../client/src/commands/chosenTasks'
import { isOpen } from '../../../client/src/specs/outlineQueries'
import type { TreeNode } from '../../../client/src/tree/treeModel'
import { demoSpec } from '../outlineFixture'

const demo = demoSpec()
const specs = { get: (uri: string) => (uri === demo.uri ? demo : undefined) }

function row(kind: TreeNode['kind'], at: number, uri = demo.uri): TreeNode {
  return { id: `${uri}#${kind}/${at}`, uri, parent: undefined, kind, at }
}

describe('several chosen rows', () => {
  it('stand for their tasks, each once and in the order of the document', () => {
    const { spec, tasks } = chosenTasks(specs, [row('task', 3), row('group', 1), row('task', 2)], isOpen)
    expect(spec).toBe(demo)
    expect(tasks.map(({ index }) => index)).toEqual([1, 2, 3])
  })

  it('leave out the tasks that the command is not for', () => {
    const { tasks } = chosenTasks(specs, [row('phase', 0), row('task', 0)], isOpen)
    expect(tasks.map(({ index }) => index)).toEqual([1, 2])
  })

  it('must be of one spec', () => {
    expect(() => chosenTasks(specs, [row('task', 1), row('task', 1, 'file:///w/b/tasks.md')], isOpen)).toThrow(
      /of several specs/,
    )
  })

  it('must hold a task that the command is for', () => {
    expect(() => chosenTasks(specs, [row('task', 0), row('notice', 0)], isOpen)).toThrow(/None of the chosen tasks/)
  })
})
