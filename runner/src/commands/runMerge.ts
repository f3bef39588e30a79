import { defaultSettings } from '#core/settings/settings'
import { safeLine } from '../console/safeText'
import { checkOwnFiles } from '../coordinator/checkPaths'
import { lockHolder } from '../files/lock'
import { readNewestRun, type NewestRun } from '../files/newestRun'
import {
  leftoverProgressFiles,
  mergeProgressFiles,
  progressFileName,
  removeProgressFiles,
  type ProgressTask,
} from '../files/progressFiles'
import { lockFile } from '../files/specFolder'
import { workRootOf } from '../files/workRoot'
import { UserError } from '../userError'
import type { CommandContext } from './context'
import { openSpec } from './openSpec'

/** Merges the progress files that lie in a spec folder, except those of tasks that did not succeed. */
export async function runMerge(argument: string, context: CommandContext): Promise<void> {
  const spec = await openSpec(argument, context.cwd, defaultSettings)
  const holder = lockHolder(lockFile(spec.dir))
  if (holder !== undefined) {
    throw new UserError(
      `A run is going on here (process ${holder.pid} on ${holder.host}) and merges its progress itself. Wait for its end, or cancel it.`,
    )
  }
  checkOwnFiles(spec.dir, workRootOf(spec.dir, context.cwd))
  const run = await readNewestRun(spec.dir)
  const wanted: ProgressTask[] = []
  for (const index of await leftoverProgressFiles(spec.dir)) {
    const unfinished = unfinishedReason(run, index)
    if (unfinished === undefined) {
      const task = spec.document.tasks[index]
      wanted.push({ index, id: task?.id ?? null, title: task?.title ?? `with index ${index}` })
    } else context.out(`Left alone: ${progressFileName(index)}, ${unfinished}\n`)
  }
  const { merged, skipped } = await mergeProgressFiles(spec.dir, wanted)
  await removeProgressFiles(spec.dir, merged)
  for (const index of merged) context.out(`Merged ${progressFileName(index)}\n`)
  for (const { reason } of skipped) context.err(`parallel-tasks: ${safeLine(reason)}\n`)
  if (merged.length === 0) context.out('Nothing to merge.\n')
}

/** Why a task's notes are not to be merged; undefined when they are. */
function unfinishedReason(run: NewestRun | undefined, index: number): string | undefined {
  const status = run?.state.tasks.get(index)?.status
  return status === undefined || status === 'success' ? undefined : `its task did not succeed (${status})`
}
