import { readlinkSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Task } from '#core/document/tasksDocument'
import { isUnsafePath } from '#core/plan/paths'
import { UserError } from '../userError'
import { taskName } from './taskText'

/** What the runner writes into a spec folder, beside the tasks document. */
const ownFiles = ['.parallel-tasks', '.ralph-state.json', '.progress.md']

/** Most links that are followed for one path, as systems do. */
const mostLinks = 40

/** Refuses tasks that name a path outside the workspace, by its text or through a symbolic link. */
export function checkPaths(tasks: readonly Task[], root: string): void {
  for (const task of tasks) {
    for (const { path } of task.fields.files) {
      if (isUnsafePath(path)) throw refusal(task, path, 'lies outside the workspace')
      const literal = path.split(/[*?{[]/)[0] ?? ''
      if (!isInside(placeOf(resolve(root, literal)), realpathSync(root)))
        throw refusal(task, path, 'leads out of the workspace through a symbolic link')
    }
  }
}

/** Refuses a spec in which a symbolic link would take what the runner writes out of the workspace. */
export function checkOwnFiles(specDir: string, root: string): void {
  for (const name of ownFiles) {
    const place = placeOf(join(specDir, name))
    if (!isInside(place, realpathSync(root)) && !isInside(place, realpathSync(specDir)))
      throw new UserError(
        `${join(specDir, name)} leads out of the workspace through a symbolic link; remove the link to run this spec.`,
      )
  }
}

/** Where a path leads once links are followed, those to what is not there yet included. */
function placeOf(path: string, links = mostLinks): string {
  try {
    return realpathSync(path)
  } catch {
    const link = links > 0 ? linkAt(path) : undefined
    if (link !== undefined) return placeOf(resolve(dirname(path), link), links - 1)
    return dirname(path) === path ? path : join(placeOf(dirname(path), links), basename(path))
  }
}

/** What a symbolic link says; undefined for anything else. */
function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}

function isInside(place: string, folder: string): boolean {
  const way = relative(folder, place)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function refusal(task: Task, path: string, why: string): UserError {
  return new UserError(
    `Task ${taskName(task)} (line ${task.line + 1}) names ${path}, which ${why}; change its Files field to run it.`,
  )
}
