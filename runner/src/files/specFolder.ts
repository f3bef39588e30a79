import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasCode } from './errorCode'

/** The runner's own folder inside a spec folder. */
export function controlFolder(specDir: string): string {
  return join(specDir, '.parallel-tasks')
}

/** Where the journals and logs of all runs of a spec stand. */
export function runsFolder(specDir: string): string {
  return join(controlFolder(specDir), 'runs')
}

/** The folder of one run: its journal and its logs. */
export function runFolder(specDir: string, runId: string): string {
  return join(runsFolder(specDir), runId)
}

/** Path of the spec's lock. */
export function lockFile(specDir: string): string {
  return join(controlFolder(specDir), 'lock')
}

/** Makes the runner's folder, which git ignores as a whole. Does nothing when it is there. */
export function makeControlFolder(specDir: string): void {
  const folder = controlFolder(specDir)
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' })
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  }
}
