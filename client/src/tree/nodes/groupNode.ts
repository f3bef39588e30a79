import * as l10n from '@vscode/l10n'
import { plain } from '#core/features/markdown'
import type { GroupOutline } from '#core/wire/messages'
import type { RunView } from '../../runs/runView'
import type { Row } from '../row'
import { tally, tallySpoken, tallyText } from '../tally'

/** The row of a parallel group: its size, its counts, and why it cannot run when it cannot. */
export function groupRow(group: GroupOutline, view: RunView | undefined): Row {
  const counts = tally(group.tasks, view)
  const active = counts.running + counts.queued > 0
  const blocked = group.blocked !== null
  const name = l10n.t('Parallel group of {0} tasks', group.tasks.length)
  return {
    label: l10n.t('Parallel group ({0})', group.tasks.length),
    description: blocked ? l10n.t('cannot run: {0}', group.blocked ?? '') : tallyText(counts),
    icon: icon(blocked, active, counts.done === counts.total),
    context: [
      'group',
      ...(active ? ['running'] : counts.open > 0 ? [blocked ? 'blocked' : 'runnable'] : ['done']),
      ...(counts.failed > 0 && !active ? ['failed'] : []),
    ],
    accessible: blocked
      ? [name, l10n.t('cannot run: {0}', group.blocked ?? '')].join(', ')
      : `${name}, ${tallySpoken(counts)}`,
    tooltip: blocked
      ? l10n.t('**{0}** cannot run as it stands: {1}', name, plain(group.blocked ?? ''))
      : `${l10n.t('**{0}** that may run side by side.', name)}\n\n${tallySpoken(counts)}`,
    fold: counts.done === counts.total && !active ? 'collapsed' : 'expanded',
  }
}

function icon(blocked: boolean, active: boolean, done: boolean): Row['icon'] {
  if (blocked) return { id: 'warning', color: 'list.warningForeground' }
  if (active) return { id: 'run-all', color: 'charts.blue' }
  return done ? { id: 'pass', color: 'testing.iconPassed' } : { id: 'run-all' }
}
