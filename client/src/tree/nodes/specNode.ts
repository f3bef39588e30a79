import * as l10n from '@vscode/l10n'
import { plain } from '#core/features/markdown'
import type { SpecOutline } from '#core/wire/messages'
import type { RunView } from '../../runs/runView'
import { tasksOf } from '../../specs/outlineQueries'
import type { Row } from '../row'
import { tally, tallySpoken, tallyText } from '../tally'

/**
 * The row of a spec. `only` says that it is the only one: then it is unfolded at first. `place` says where it stands
 * when its name alone does not tell it apart.
 */
export function specRow(spec: SpecOutline, view: RunView | undefined, only: boolean, place?: string): Row {
  const counts = tally(tasksOf(spec), view)
  const live = view?.life === 'live'
  const interrupted = view?.life === 'interrupted'
  const errors = spec.problems.error
  const notes = [
    ...(interrupted && counts.interrupted === 0 ? [l10n.t('interrupted')] : []),
    ...(errors > 0 ? [errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors)] : []),
  ]
  return {
    label: spec.name,
    description: [...(place === undefined ? [] : [place]), tallyText(counts), ...notes].join(' · '),
    icon: { id: 'checklist', ...(live ? { color: 'charts.blue' } : {}) },
    context: [
      'spec',
      ...(live ? ['running'] : counts.open > 0 ? ['runnable'] : ['done']),
      ...(view !== undefined ? ['run'] : []),
      ...(counts.failed > 0 && !live ? ['failed'] : []),
      ...(interrupted ? ['interrupted'] : []),
    ],
    accessible: [
      place === undefined ? l10n.t('{0}, spec', spec.name) : l10n.t('{0} in {1}, spec', spec.name, place),
      tallySpoken(counts),
      ...notes,
    ].join(', '),
    tooltip: [
      `**${plain(spec.name)}** (${spec.dialect})`,
      tallySpoken(counts),
      ...notes,
      plain(view?.state.reason ?? ''),
    ]
      .filter(Boolean)
      .join('\n\n'),
    fold: only || live ? 'expanded' : 'collapsed',
  }
}
