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
  const name = `Parallel group of ${group.tasks.length} tasks`
  return {
    label: `Parallel group (${group.tasks.length})`,
    description: blocked ? `cannot run: ${group.blocked}` : tallyText(counts),
    icon: icon(blocked, active, counts.done === counts.total),
    context: [
      'group',
      ...(active ? ['running'] : counts.open > 0 ? [blocked ? 'blocked' : 'runnable'] : ['done']),
      ...(counts.failed > 0 && !active ? ['failed'] : []),
    ],
    accessible: blocked ? `${name}, cannot run, ${group.blocked}` : `${name}, ${tallySpoken(counts)}`,
    tooltip: blocked
      ? `**${name}** cannot run as it stands: ${plain(group.blocked ?? '')}`
      : `**${name}** that may run side by side.\n\n${tallySpoken(counts)}`,
    fold: counts.done === counts.total && !active ? 'collapsed' : 'expanded',
  }
}

function icon(blocked: boolean, active: boolean, done: boolean): Row['icon'] {
  if (blocked) return { id: 'warning', color: 'list.warningForeground' }
  if (active) return { id: 'run-all', color: 'charts.blue' }
  return done ? { id: 'pass', color: 'testing.iconPassed' } : { id: 'run-all' }
}
