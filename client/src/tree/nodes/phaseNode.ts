import * as l10n from '@vscode/l10n'
import { plain } from '#core/features/markdown'
import type { PhaseOutline } from '#core/wire/messages'
import type { RunView } from '../../runs/runView'
import { tasksOfPhase } from '../../specs/outlineQueries'
import type { Row } from '../row'
import { tally, tallySpoken, tallyText } from '../tally'

/** The row of a phase. It is folded when all of it is done, or when the spec is a large one. */
export function phaseRow(phase: PhaseOutline, view: RunView | undefined, large: boolean): Row {
  const counts = tally(tasksOfPhase(phase), view)
  const active = counts.running + counts.queued > 0
  const finished = counts.total > 0 && counts.done === counts.total
  const title = phase.title ?? l10n.t('Tasks')
  return {
    label: title,
    description: tallyText(counts),
    icon: finished ? { id: 'pass', color: 'testing.iconPassed' } : { id: 'milestone' },
    context: ['phase', ...(active ? ['running'] : counts.open > 0 ? ['runnable'] : ['done'])],
    accessible: [l10n.t('{0}, phase', title), tallySpoken(counts)].join(', '),
    tooltip: `**${plain(title)}**\n\n${tallySpoken(counts)}`,
    fold: active || (!finished && !large) ? 'expanded' : 'collapsed',
  }
}
