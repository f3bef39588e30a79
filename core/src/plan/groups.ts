import type { Barrier, Task, TasksDocument } from '../document/tasksDocument'
import { groupOfIndices } from './groupOfIndices'
import type { BreakAt, Group, Plan } from './plan'
import { waveGroups } from './waveGroups'

/**
 * Plans a document: consecutive parallel tasks form a group, every other task stands alone.
 * Lines between two tasks end a group as `breakAt` says; a bold barrier line always does.
 * A template has no plan. Kiro's waves are an explicit plan; then a group's tasks need not be neighbours,
 * `startIndex` and `endIndex` are its least and greatest index, and groups come in the order of their waves.
 */
export function planGroups(document: TasksDocument, breakAt: BreakAt): Plan {
  if (document.template) return { groups: [] }
  const byWaves = waveGroups(document)
  return { groups: byWaves ?? neighbourGroups(document, breakAt) }
}

function neighbourGroups(document: TasksDocument, breakAt: BreakAt): readonly Group[] {
  const groups: Group[] = []
  let open: number[] = []
  let nextBarrier = 0
  let last: Task | undefined
  for (const task of document.tasks) {
    let broken = false
    for (let barrier = document.barriers[nextBarrier]; barrier !== undefined && barrier.line < task.line;) {
      broken ||= last !== undefined && barrier.line > last.line && breaks(barrier, breakAt)
      barrier = document.barriers[++nextBarrier]
    }
    if (open.length > 0 && (broken || !task.parallel)) {
      groups.push(groupOfIndices(open))
      open = []
    }
    if (task.parallel) open.push(task.index)
    else groups.push(groupOfIndices([task.index]))
    last = task
  }
  if (open.length > 0) groups.push(groupOfIndices(open))
  return groups
}

function breaks(barrier: Barrier, breakAt: BreakAt): boolean {
  if (barrier.kind === 'explicit' || breakAt === 'heading') return true
  return breakAt === 'phase' && barrier.kind === 'phase'
}
