import { isUnsafePath } from '../plan/paths'
import { taskName } from './taskName'
import type { Report, Rule } from './rule'

/** A path of a task that leads out of the workspace. */
export const unsafePath: Rule = {
  scope: 'task',
  code: 'unsafe-path',
  severity: 'error',
  summary: 'A task names a file outside the workspace.',
  reason:
    'tasks.md may come from a stranger. A task may only name files below the workspace folder: no absolute paths, no `~`, ' +
    'no `..` that leads out, no link that does. Such a task is refused before anything starts.',
  fixes: [],
  *check(task, { resolvesOutside }): Iterable<Report> {
    for (const file of task.fields.files) {
      const lexical = isUnsafePath(file.path)
      if (!lexical && resolvesOutside?.(file.path) !== true) continue
      yield {
        message: lexical
          ? `${file.path} lies outside the workspace; name files by their path below the workspace folder.`
          : `${file.path} leads out of the workspace through a link; task ${taskName(task)} will not be run.`,
        range: file.range,
        data: { path: file.path, task: task.index, link: !lexical },
      }
    }
  },
}
