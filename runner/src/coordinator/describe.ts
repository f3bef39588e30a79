import type { Job } from './job'
import type { Prepared } from './prepare'
import type { PlannedBatchDescription } from './request'
import { taskName } from './taskText'

/** Lines for people that say what a job would run. */
export function describeJob(job: Job, prepared: Prepared): readonly string[] {
  const { options } = job
  const head = `Would run with ${prepared.executor.name}, at most ${options.maxConcurrent} side by side, in ${prepared.root}:`
  const lines = job.batches.flatMap((batch, at) => {
    const how = batch.parallel ? `${batch.tasks.length} tasks in parallel` : 'one task'
    return [`${at + 1}. ${how}`, ...batch.tasks.map((task) => `   ${taskName(task)}`)]
  })
  return [head, ...lines, ...prepared.warnings.map((warning) => `Note: ${warning.message}`)]
}

/** The same as data. */
export function plannedBatches(job: Job): readonly PlannedBatchDescription[] {
  return job.batches.map((batch) => ({
    parallel: batch.parallel,
    tasks: batch.tasks.map(({ index, id, title }) => ({ index, id, title })),
  }))
}
