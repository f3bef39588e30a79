import { openTasks } from '../plan/plan'
import { countTasks } from '../run/countTasks'
import type { Range } from '../text/position'
import { call } from '../wire/commands'
import type { Lens, LensContext } from './lens'
import { liveLenses } from './liveLenses'

const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

/**
 * The lenses above the first line: `Run all remaining (12)`; the count of the whole run while it covers more than
 * one group; what to do about a run that was interrupted.
 */
export function topLenses({ uri, document, plan, run, texts }: LensContext): readonly Lens[] {
  if (run?.live === true) {
    const inOneGroup = plan.groups.some((group) =>
      [...run.tasks.keys()].every((index) => group.taskIndices.includes(index)),
    )
    return inOneGroup ? [] : liveLenses({ uri, texts }, top, { ...countTasks(run.tasks.values()), total: run.total })
  }
  const open = plan.groups.reduce((sum, group) => sum + openTasks(document, group).length, 0)
  if (open === 0) return []
  const all: Lens = { range: top, title: texts.runAll(open), call: call('parallelTasks.runAll', uri) }
  if (run?.outcome !== 'interrupted') return [all]
  return [{ range: top, title: texts.resume(), call: call('parallelTasks.resume', uri) }, all]
}
