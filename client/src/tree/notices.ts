import { code, plain } from '#core/features/markdown'
import type { SpecOutline } from '#core/wire/messages'
import { countTasks } from '#core/run/countTasks'
import type { RunView } from '../runs/runView'
import type { Row } from './row'
import type { TreeFilter } from './treeFilter'

/** A row above the specs that says what stands in the way, and does something about it when it is chosen. */
export interface Notice {
  /** Unique among the notices of one moment. */
  readonly name: string
  readonly row: Row
}

/** What the notices are about. */
export interface NoticeSource {
  readonly trusted: boolean
  /** Name of the executor that is not installed; `auto` when no agent is; null when all is well or not known yet. */
  readonly missingExecutor: string | null
  readonly interrupted: readonly { readonly spec: SpecOutline; readonly view: RunView }[]
  readonly filter: TreeFilter
  /** The filter leaves no task to show. */
  readonly nothingShown: boolean
}

/** The notices of this moment, the most pressing first. */
export function noticesOf(source: NoticeSource): readonly Notice[] {
  return [
    ...(source.trusted ? [] : [restricted]),
    ...source.interrupted.map(({ spec, view }) => interruption(spec, view, source.trusted)),
    ...(source.trusted && source.missingExecutor !== null ? [noExecutor(source.missingExecutor)] : []),
    ...(source.nothingShown ? [nothingShown(source.filter)] : []),
  ]
}

const restricted = notice('restricted', {
  label: 'Restricted Mode',
  description: 'manage trust',
  icon: { id: 'shield', color: 'list.warningForeground' },
  tooltip: 'Running tasks executes commands from tasks.md, so it is off until you trust this workspace.',
  command: { id: 'workbench.trust.manage', title: 'Manage Workspace Trust', arguments: [] },
})

function interruption(spec: SpecOutline, view: RunView, trusted: boolean): Notice {
  const counts = countTasks(view.state)
  return notice(`interrupted ${view.state.runId}`, {
    label: `${spec.name} was interrupted`,
    description: 'resume',
    icon: { id: 'debug-disconnect', color: 'charts.orange' },
    context: trusted ? ['resumable'] : [],
    tooltip: `The run of **${plain(spec.name)}** was interrupted with ${counts.done} of ${counts.total} tasks done. Resuming settles it and runs the rest; nothing is done twice.`,
    command: { id: 'parallelTasks.resume', title: 'Resume Interrupted Run', arguments: [spec.uri] },
  })
}

function noExecutor(name: string): Notice {
  const none = name === 'auto'
  return notice('executor', {
    label: none ? 'No coding agent found' : `${name} not found`,
    description: 'choose one',
    icon: { id: 'warning', color: 'list.warningForeground' },
    tooltip: none
      ? 'Nothing was found that could carry tasks out. Install a coding agent, or choose `shell` to run the commands that the tasks bring along.'
      : `The executor ${code(name)} of your settings was not found. Install it, or choose another one.`,
    command: { id: 'parallelTasks.selectExecutor', title: 'Select Executor', arguments: [] },
  })
}

function nothingShown(filter: TreeFilter): Notice {
  return notice('filter', {
    label: `No task is ${filter}`,
    description: 'show all',
    icon: { id: 'filter' },
    tooltip: `The view shows ${filter} tasks only, and there is none at the moment.`,
    command: { id: 'parallelTasks.filterAll', title: 'Show All Tasks', arguments: [] },
  })
}

type NoticeRow = Pick<Row, 'label' | 'description' | 'icon' | 'tooltip'> & Required<Pick<Row, 'command'>>

function notice(name: string, row: NoticeRow & Partial<Pick<Row, 'context'>>): Notice {
  const context = ['notice', ...(row.context ?? [])]
  return { name, row: { ...row, context, accessible: `${row.label}, ${row.command.title}`, fold: 'none' } }
}
