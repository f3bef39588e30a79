import * as l10n from '@vscode/l10n'
import type { TreeFilter } from './treeFilter'

/** What the view says while a filter is on; every text is empty when all tasks are shown. */
export interface FilterTexts {
  /** Beside the view's title. */
  readonly short: string
  /** Above the rows. */
  readonly long: string
  /** The row that stands alone when no task passes, and its tooltip. */
  readonly none: string
  readonly noneAtAll: string
}

/** The texts of a filter. */
export function filterTexts(filter: TreeFilter): FilterTexts {
  switch (filter) {
    case 'all':
      return { short: '', long: '', none: '', noneAtAll: '' }
    case 'open':
      return {
        short: l10n.t('open only'),
        long: l10n.t('Only open tasks are shown.'),
        none: l10n.t('No task is open'),
        noneAtAll: l10n.t('The view shows open tasks only, and there is none at the moment.'),
      }
    case 'failed':
      return {
        short: l10n.t('failed only'),
        long: l10n.t('Only failed tasks are shown.'),
        none: l10n.t('No task has failed'),
        noneAtAll: l10n.t('The view shows failed tasks only, and there is none at the moment.'),
      }
    case 'running':
      return {
        short: l10n.t('running only'),
        long: l10n.t('Only running tasks are shown.'),
        none: l10n.t('No task is running'),
        noneAtAll: l10n.t('The view shows running tasks only, and there is none at the moment.'),
      }
  }
}
