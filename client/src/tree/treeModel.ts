import type { GroupOutline, PhaseOutline, SpecOutline, TaskOutline } from '#core/wire/messages'
import { tasksOf, tasksOfPhase } from '../specs/outlineQueries'

/** A row's identity: the same object as long as the row lives, so that VS Code can refresh it alone. */
export interface TreeNode {
  /** Unique in the whole tree. */
  readonly id: string
  readonly uri: string
  readonly parent: TreeNode | undefined
  readonly kind: 'spec' | 'phase' | 'group' | 'task' | 'notice'
  /** Task index, first index of the group, or the phase's number in the outline (its line moves with edits); 0 for others. */
  readonly at: number
}

/** What a row shows now. */
export type NodeData =
  | { readonly kind: 'spec'; readonly spec: SpecOutline }
  | { readonly kind: 'phase'; readonly phase: PhaseOutline; readonly spec: SpecOutline }
  | { readonly kind: 'group'; readonly group: GroupOutline }
  | { readonly kind: 'task'; readonly task: TaskOutline; readonly uri: string }

/** The rows of all specs: spec, phases, groups and tasks. Tasks above the first heading hang on their spec. */
export interface TreeModel {
  /** Takes the specs as they are now; rows that are still there keep their identity. */
  replaceAll(specs: readonly SpecOutline[]): void
  replace(spec: SpecOutline): void
  roots(): readonly TreeNode[]
  children(node: TreeNode): readonly TreeNode[]
  data(node: TreeNode): NodeData | undefined
  find(uri: string, kind: TreeNode['kind'], at: number): TreeNode | undefined
}

/** The tasks that a row stands for, in index order: itself, or all below it. */
export function tasksBelow(data: NodeData): readonly TaskOutline[] {
  switch (data.kind) {
    case 'spec':
      return tasksOf(data.spec)
    case 'phase':
      return tasksOfPhase(data.phase)
    case 'group':
      return data.group.tasks
    case 'task':
      return [data.task]
  }
}

interface Slot {
  readonly node: TreeNode
  data: NodeData
  children: TreeNode[]
}

/** Makes an empty model. */
export function createTreeModel(): TreeModel {
  let specs = new Map<string, Map<string, Slot>>()

  const build = (spec: SpecOutline): Map<string, Slot> => {
    const before = specs.get(spec.uri)
    const slots = new Map<string, Slot>()
    const add = (kind: TreeNode['kind'], at: number, parent: Slot | undefined, data: NodeData): Slot => {
      const id = nodeId(spec.uri, kind, at)
      const known = before?.get(id)?.node
      const node =
        known !== undefined && known.parent === parent?.node
          ? known
          : { id, uri: spec.uri, parent: parent?.node, kind, at }
      const slot: Slot = { node, data, children: [] }
      slots.set(id, slot)
      parent?.children.push(node)
      return slot
    }
    const root = add('spec', 0, undefined, { kind: 'spec', spec })
    for (const [number, phase] of spec.phases.entries()) {
      if (phase.nodes.length === 0) continue
      const home = phase.title === null ? root : add('phase', number, root, { kind: 'phase', phase, spec })
      for (const item of phase.nodes) {
        if (item.kind === 'task') {
          add('task', item.index, home, { kind: 'task', task: item, uri: spec.uri })
          continue
        }
        const group = add('group', item.startIndex, home, { kind: 'group', group: item })
        for (const task of item.tasks) add('task', task.index, group, { kind: 'task', task, uri: spec.uri })
      }
    }
    return slots
  }
  const slotOf = (node: TreeNode): Slot | undefined => specs.get(node.uri)?.get(node.id)

  return {
    replaceAll(outlines) {
      specs = new Map(outlines.map((spec) => [spec.uri, build(spec)]))
    },
    replace(spec) {
      specs.set(spec.uri, build(spec))
    },
    roots: () => [...specs].flatMap(([uri, slots]) => slots.get(nodeId(uri, 'spec', 0))?.node ?? []),
    children: (node) => slotOf(node)?.children ?? [],
    data: (node) => slotOf(node)?.data,
    find: (uri, kind, at) => specs.get(uri)?.get(nodeId(uri, kind, at))?.node,
  }
}

function nodeId(uri: string, kind: TreeNode['kind'], at: number): string {
  return kind === 'spec' ? uri : `${uri}#${kind}/${at}`
}
