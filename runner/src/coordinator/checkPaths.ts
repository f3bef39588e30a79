import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import type { Task } from '#core/document/tasksDocument'
import { isUnsafePath } from '#core/plan/paths'
import { UserError } from '../userError'
import { taskName } from './taskText'

/** Refuses tasks that name a path outside the workspace, by its text or through a symbolic link. */
export function checkPaths(tasks: readonly Task[], root: string): void {
  for (const task of tasks) {
    for (const { path } of task.fields.files) {
      if (isUnsafePath(path)) throw refusal(task, path, 'lies outside the workspace')
      if (leadsOutside(path, root)) throw refusal(task, path, 'leads out of the workspace through a symbolic link')
    }
  }
}

/** True when the nearest existing folder or file of a path lies outside the root once links are followed. */
function leadsOutside(path: string, root: string): boolean {
  const literal = path.split(/[*?{[]/)[0] ?? ''
  let place = resolve(root, literal)
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place)
  const inside = relative(realpathSync(root), realpathSync(place))
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
}

function refusal(task: Task, path: string, why: string): UserError {
  return new UserError(
    `Task ${taskName(task)} (line ${task.line + 1}) names ${path}, which ${why}; change its Files field to run it.`,
  )
}
