import type { Range } from '../text/position'
import { call } from '../wire/commands'
import type { Lens, LensContext } from './lens'
import type { RunCounts } from '../run/countTasks'

/** `2/3 done · Stop · Show terminals · Timeline`, for a part of a live run. */
export function liveLenses(
  { uri, texts }: Pick<LensContext, 'uri' | 'texts'>,
  range: Range,
  { done, failed, total }: RunCounts,
): readonly Lens[] {
  return [
    { range, title: texts.progress(done, total, failed), call: null },
    { range, title: texts.stop(), call: call('parallelTasks.stop', uri) },
    { range, title: texts.showTerminals(), call: call('parallelTasks.showTerminals', uri) },
    { range, title: texts.timeline(), call: call('parallelTasks.showTimeline', uri) },
  ]
}
