import type { Range } from '../text/position'
import { call } from '../wire/commands'
import type { Lens } from './lens'
import type { Tally } from './runView'

/** `2/3 done · Stop · Show terminals · Timeline`, for a part of a live run. */
export function liveLenses(uri: string, range: Range, { done, failed, total }: Tally): readonly Lens[] {
  const progress = failed === 0 ? `${done}/${total} done` : `${done}/${total} done, ${failed} failed`
  return [
    { range, title: progress, call: null },
    { range, title: 'Stop', call: call('parallelTasks.stop', uri) },
    { range, title: 'Show terminals', call: call('parallelTasks.showTerminals', uri) },
    { range, title: 'Timeline', call: call('parallelTasks.showTimeline', uri) },
  ]
}
