import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, ownIdentity } from '../processes/identity'
import type { Repository } from './repository'

/** Runs of other specs of the same repository, during a stretch of time. */
export interface OtherRuns {
  /** True when one was at work at any time since the watch began. */
  wereThere(): boolean
}

/** Makes this run known to others of the same repository. The result takes it back. */
export function announceRun(repository: Repository, runId: string): () => void {
  const folder = runsFolder(repository)
  mkdirSync(folder, { recursive: true })
  const { pid, start } = ownIdentity()
  // Made under another name first: a file that is there but still empty would tell of nobody.
  const draft = join(folder, `.${runId}`)
  writeFileSync(draft, `${pid} ${start}`)
  renameSync(draft, join(folder, runId))
  return () => rmSync(join(folder, runId), { force: true })
}

/** Watches for other runs. The folder's own time tells of those that came and went in between. */
export function watchOtherRuns(repository: Repository, runId: string): OtherRuns {
  const before = folderTime(repository)
  const atFirst = hasOthers(repository, runId)
  return { wereThere: () => atFirst || folderTime(repository) !== before || hasOthers(repository, runId) }
}

function hasOthers(repository: Repository, runId: string): boolean {
  const folder = runsFolder(repository)
  return namesIn(folder).some((name) => name !== runId && isRunning(join(folder, name)))
}

function isRunning(path: string): boolean {
  try {
    const [pid, ...start] = readFileSync(path, 'utf8').split(' ')
    return isAlive({ pid: Number(pid), start: start.join(' ') })
  } catch {
    return false
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function folderTime(repository: Repository): number {
  return statSync(runsFolder(repository), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function runsFolder(repository: Repository): string {
  return join(repository.commonDir, 'parallel-tasks', 'runs')
}
