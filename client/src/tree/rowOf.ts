import * as l10n from '@vscode/l10n'
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

/** What rows depend on beside their own data. */
export interface RowContext {
  readonly view: RunView | undefined
  /** The tree has one spec only. */
  readonly onlySpec: boolean
  /** Where the spec stands, when its name does not say it. */
  readonly place: string | undefined
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** The row for what a node shows now. */
export function rowOf(data: NodeData, { view, onlySpec, place, now }: RowContext): Row {
  switch (data.kind) {
    case 'spec':
      return specRow(data.spec, view, onlySpec, place)
    case 'phase':
      return phaseRow(data.phase, view, tasksOf(data.spec).length >= largeSpec)
    case 'group':
      return groupRow(data.group, view)
    case 'task':
      return {
        ...taskRow(data.task, view, now),
        command: { id: 'parallelTasks.goToTask', title: l10n.t('Go to Task'), arguments: [data.uri, data.task.index] },
      }
  }
}
