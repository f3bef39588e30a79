import * as l10n from '@vscode/l10n'
import { code, plain } from '#core/features/markdown'
import type { SpecOutline } from '#core/wire/messages'
import { countTasks } from '#core/run/countTasks'
import type { RunView } from '../runs/runView'
import { filterTexts } from './filterTexts'
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
    ...(source.trusted ? [] : [restricted()]),
    ...source.interrupted.map(({ spec, view }) => interruption(spec, view, source.trusted)),
    ...(source.trusted && source.missingExecutor !== null ? [noExecutor(source.missingExecutor)] : []),
    ...(source.nothingShown ? [nothingShown(source.filter)] : []),
  ]
}

function restricted(): Notice {
  return notice('restricted', {
    label: l10n.t('Restricted Mode'),
    description: l10n.t('manage trust'),
    icon: { id: 'shield', color: 'list.warningForeground' },
    tooltip: l10n.t('Running tasks executes commands from tasks.md, so it is off until you trust this workspace.'),
    command: { id: 'workbench.trust.manage', title: l10n.t('Manage Workspace Trust'), arguments: [] },
  })
}

function interruption(spec: SpecOutline, view: RunView, trusted: boolean): Notice {
  const counts = countTasks(view.state.tasks.values())
  return notice(`interrupted ${view.state.runId}`, {
    label: l10n.t('{0} was interrupted', spec.name),
    description: l10n.t('resume'),
    icon: { id: 'debug-disconnect', color: 'charts.orange' },
    context: trusted ? ['resumable'] : [],
    tooltip: l10n.t(
      'The run of **{0}** was interrupted with {1} of {2} tasks done. Resuming settles it and runs the rest; nothing is done twice.',
      plain(spec.name),
      counts.done,
      counts.total,
    ),
    command: { id: 'parallelTasks.resume', title: l10n.t('Resume Interrupted Run'), arguments: [spec.uri] },
  })
}

function noExecutor(name: string): Notice {
  const none = name === 'auto'
  return notice('executor', {
    label: none ? l10n.t('No coding agent found') : l10n.t('{0} not found', name),
    description: l10n.t('choose one'),
    icon: none ? { id: 'info' } : { id: 'warning', color: 'list.warningForeground' },
    tooltip: none
      ? l10n.t(
          'Tasks that bring their own commands run all the same, with the executor `shell`. For others, install a coding agent or choose a program of yours.',
        )
      : l10n.t('The executor {0} of your settings was not found. Install it, or choose another one.', code(name)),
    command: { id: 'parallelTasks.selectExecutor', title: l10n.t('Select Executor'), arguments: [] },
  })
}

function nothingShown(filter: TreeFilter): Notice {
  return notice('filter', {
    label: filterTexts(filter).none,
    description: l10n.t('show all'),
    icon: { id: 'filter' },
    tooltip: filterTexts(filter).noneAtAll,
    command: { id: 'parallelTasks.filterAll', title: l10n.t('Show All Tasks'), arguments: [] },
  })
}

type NoticeRow = Pick<Row, 'label' | 'description' | 'icon' | 'tooltip'> & Required<Pick<Row, 'command'>>

function notice(name: string, row: NoticeRow & Partial<Pick<Row, 'context'>>): Notice {
  const context = ['notice', ...(row.context ?? [])]
  return { name, row: { ...row, context, accessible: `${row.label}, ${row.command.title}`, fold: 'none' } }
}
