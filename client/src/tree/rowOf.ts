import type { RunView } from '../runs/runView'
import { tasksOf } from '../specs/outlineQueries'
import { groupRow } from './nodes/groupNode'
import { phaseRow } from './nodes/phaseNode'
import { specRow } from './nodes/specNode'
import { taskRow } from './nodes/taskNode'
import type { Row } from './row'
import type { NodeData } from './treeModel'

/** From this many tasks on, phases are folded at first. */
const largeSpec = 150

/** The row for what a node shows now. `onlySpec` says that the tree has one spec; `now` is in milliseconds. */
export function rowOf(data: NodeData, view: RunView | undefined, onlySpec: boolean, now: number): Row {
  switch (data.kind) {
    case 'spec':
      return specRow(data.spec, view, onlySpec)
    case 'phase':
      return phaseRow(data.phase, view, tasksOf(data.spec).length >= largeSpec)
    case 'group':
      return groupRow(data.group, view)
    case 'task':
      return taskRow(data.task, view, now)
  }
}
