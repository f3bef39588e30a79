// What a run leaves on the disk and in the system, read without the window.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JournalEvent } from '#core/generated/journalEvent'
import { readJournal } from '../../runner/src/files/journal'
import { listProcesses } from '../../runner/src/processes/processTable'
import type { Workspace } from '../hosts/workspace.mjs'

const specFolder = (workspace: Workspace): string => join(workspace.folder, 'specs', 'newsletter')
const lockFile = (workspace: Workspace): string => join(specFolder(workspace), '.parallel-tasks', 'lock')

/** The id of the process that runs the spec, as its lock says. Throws when nothing runs it. */
export function runnerPid(workspace: Workspace): number {
  const { pid }: { readonly pid: number } = JSON.parse(readFileSync(lockFile(workspace), 'utf8'))
  return pid
}

/** The ids of a task's processes, or of all tasks' without an index, in order; empty when there are none. */
export async function executorPids(workspace: Workspace, index?: number): Promise<readonly number[]> {
  const wanted = [`PARALLEL_TASKS_SPEC=${specFolder(workspace)}`]
  if (index !== undefined) wanted.push(`PARALLEL_TASKS_TASK_INDEX=${index}`)
  return (await listProcesses(true))
    .filter(({ environment }) => wanted.every((entry) => environment.split('\0').includes(entry)))
    .map(({ pid }) => pid)
    .sort((a, b) => a - b)
}

/** Whether a process is there; one that has ended and was not fetched by its parent is not. */
export async function isRunning(wanted: number): Promise<boolean> {
  return (await listProcesses(false)).some(({ pid }) => pid === wanted)
}

/** The events of the spec's only run. Throws when there is none, or a second one. */
export function journalOf(workspace: Workspace): readonly JournalEvent[] {
  const runs = join(specFolder(workspace), '.parallel-tasks', 'runs')
  const [run, ...others] = readdirSync(runs)
  if (run === undefined || others.length > 0) throw new Error(`There are ${readdirSync(runs).length} runs, not one.`)
  return readJournal(join(runs, run)).events
}

/** The attempts that were started, `<index>.<attempt>`, in order of index. */
export function attempts(workspace: Workspace): readonly string[] {
  return journalOf(workspace)
    .flatMap((event) => (event.kind === 'attemptStarted' ? `${event.index}.${event.attempt}` : []))
    .sort()
}

/**
 * The process of each attempt that was started, as the journal names it, in order of starting. What these start in turn
 * comes and goes, so that only they can be asked for again later.
 */
export function attemptPids(workspace: Workspace): readonly { readonly index: number; readonly pid: number }[] {
  return journalOf(workspace).flatMap((event) =>
    event.kind === 'attemptStarted' ? [{ index: event.index, pid: event.pid }] : [],
  )
}

/** What must not be there any more when a run is over: its lock, its processes, temporary files. */
export async function leftOvers(workspace: Workspace): Promise<readonly string[]> {
  const files = readdirSync(specFolder(workspace)).filter((name) => /progress-task|tmp/.test(name))
  const processes = (await executorPids(workspace)).map((pid) => `process ${pid}`)
  return [...(existsSync(lockFile(workspace)) ? ['lock'] : []), ...files, ...processes]
}
