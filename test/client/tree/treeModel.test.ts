import { describe, expect, it } from 'vitest'
import { changedNodes } from '../../../client/src/tree/changedNodes'
import { rowOf } from '../../../client/src/tree/rowOf'
import type { TreeModel, TreeNode } from '../../../client/src/tree/treeModel'
import { createTreeModel } from '../../../client/src/tree/treeModel'
import { attemptStarting, batchStarted, runStarted } from '../journalFixture'
import { demoSpec, task } from '../outlineFixture'
import { viewAfter } from '../viewFixture'

type Drawn = string | readonly [string, readonly Drawn[]]

describe('the tree of specs', () => {
  it('hangs phases below the spec, and groups and tasks below their phase', () => {
    const model = modelOf(demoSpec())
    expect(draw(model)).toEqual([
      [
        'demo 1/4',
        [
          ['Phase 1: First 1/3', ['1.1 Create a', ['Parallel group (2) 0/2', ['1.2 Create b', '1.3 Create c']]]],
          ['Phase 2: Second 0/1', ['2.1 Create d']],
        ],
      ],
    ])
  })

  it('hangs tasks above the first heading on the spec itself', () => {
    const model = modelOf(demoSpec({ phases: [{ title: null, line: 0, nodes: [task(0, '1', 'Only')] }] }))
    expect(draw(model)).toEqual([['demo 0/1', ['1 Only']]])
  })

  it('gives every row an id of its own', () => {
    const model = modelOf(demoSpec())
    const ids = everyNode(model).map((node) => node.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(8)
  })

  it('keeps the identity of rows when their spec changes, also when lines move', () => {
    const model = modelOf(demoSpec())
    const before = everyNode(model)
    const moved = demoSpec()
    model.replace({ ...moved, phases: moved.phases.map((phase) => ({ ...phase, line: phase.line + 3 })) })
    expect(everyNode(model).every((node, at) => node === before[at])).toBe(true)
  })

  it('leads from every row up to its spec', () => {
    const model = modelOf(demoSpec())
    const node = model.find('file:///w/specs/demo/tasks.md', 'task', 2)
    expect(node?.parent?.kind).toBe('group')
    expect(node?.parent?.parent?.kind).toBe('phase')
    expect(node?.parent?.parent?.parent).toBe(model.roots()[0])
  })

  it('forgets a spec that is gone', () => {
    const model = modelOf(demoSpec())
    const [root] = model.roots()
    model.replaceAll([])
    expect(model.roots()).toEqual([])
    expect(root && model.data(root)).toBeUndefined()
  })
})

describe('a change of a run', () => {
  it('touches the rows of the changed task and those above it, and no others', () => {
    const model = modelOf(demoSpec())
    const before = viewAfter('live', runStarted(), batchStarted)
    // The same fold goes on, as the follower does it, so that untouched tasks stay the same objects.
    const view = {
      ...before,
      state: {
        ...before.state,
        tasks: new Map(before.state.tasks).set(2, { ...taskState(before, 2), status: 'running' as const }),
      },
    }
    const nodes = changedNodes(model, 'file:///w/specs/demo/tasks.md', { view, before })
    expect(nodes.map((node) => `${node.kind} ${node.at}`).sort()).toEqual(['group 1', 'phase 0', 'spec 0', 'task 2'])
  })

  it('touches all tasks of the run when it begins', () => {
    const model = modelOf(demoSpec())
    const view = viewAfter('live', runStarted(), batchStarted, attemptStarting(1))
    const nodes = changedNodes(model, 'file:///w/specs/demo/tasks.md', { view, before: undefined })
    expect(nodes.filter((node) => node.kind === 'task').map((node) => node.at)).toEqual([1, 2])
  })
})

function taskState(view: ReturnType<typeof viewAfter>, index: number) {
  const found = view.state.tasks.get(index)
  if (found === undefined) throw new Error(`no task ${index}`)
  return found
}

function modelOf(spec: ReturnType<typeof demoSpec>): TreeModel {
  const model = createTreeModel()
  model.replaceAll([spec])
  return model
}

function everyNode(model: TreeModel): TreeNode[] {
  const below = (node: TreeNode): TreeNode[] => [node, ...model.children(node).flatMap(below)]
  return model.roots().flatMap(below)
}

/** The tree as nested lists of labels with their descriptions. */
function draw(model: TreeModel): readonly Drawn[] {
  const one = (node: TreeNode): Drawn => {
    const data = model.data(node)
    const row = data && rowOf(data, { view: undefined, onlySpec: true, place: undefined, now: 0 })
    const label = `${row?.label} ${row?.description}`.trim()
    const children = model.children(node)
    return children.length === 0 ? label : [label, children.map(one)]
  }
  return model.roots().map(one)
}
