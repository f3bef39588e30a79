import type { Task } from '../document/tasksDocument'
import { countTasks } from '../run/countTasks'
import type { Range } from '../text/position'
import { call } from '../wire/commands'
import type { Lens, LensContext } from './lens'

/** `1 failed · Retry failed · Show log · Timeline`, and the tasks it speaks of. */
export interface FailureLenses {
  readonly lenses: readonly Lens[]
  /** Indices of the tasks that failed and are still open. */
  readonly tasks: ReadonlySet<number>
}

/** What the newest run, now over, failed to do among some open tasks; no lens when it failed at none of them. */
export function failureLenses({ uri, run, texts }: LensContext, range: Range, open: readonly Task[]): FailureLenses {
  if (run === undefined || run.live) return { lenses: [], tasks: new Set() }
  const failed = open.filter(({ index }) => {
    const task = run.tasks.get(index)
    return task !== undefined && countTasks([task]).failed === 1
  })
  const [first] = failed
  if (first === undefined) return { lenses: [], tasks: new Set() }
  return {
    lenses: [
      { range, title: texts.failed(failed.length), call: call('parallelTasks.goToTask', uri, first.index) },
      { range, title: texts.retryFailed(), call: call('parallelTasks.retryFailed', uri) },
      { range, title: texts.showLog(), call: call('parallelTasks.openLog', uri, first.index) },
      { range, title: texts.timeline(), call: call('parallelTasks.showTimeline', uri) },
    ],
    tasks: new Set(failed.map(({ index }) => index)),
  }
}
