import * as l10n from '@vscode/l10n'
import type { TerminalLayout } from '../platform/settingIds'

/** Terminals of a batch that open by themselves; those of its other tasks when they are asked for. */
const mostAtOnce = 16

/** Terminals beside each other in one pane. */
const mostBeside = 3

/** How the terminal of one task of a batch is opened. */
export interface Opening {
  readonly index: number
  /** In one pane with the terminal before it. */
  readonly beside: boolean
  /** Said in it before anything else. */
  readonly note: string | undefined
}

/** The terminals to open for the tasks of a batch, in their order. The first one says so when there are more tasks. */
export function batchOpenings(indices: readonly number[], layout: TerminalLayout): readonly Opening[] {
  const note = l10n.t(
    'Terminals are open for the first {0} of {1} tasks. Show Terminal in the Tasks view opens that of any other.',
    mostAtOnce,
    indices.length,
  )
  return indices.slice(0, mostAtOnce).map((index, at) => ({
    index,
    beside: layout === 'split' && at % mostBeside > 0,
    note: at === 0 && indices.length > mostAtOnce ? note : undefined,
  }))
}
