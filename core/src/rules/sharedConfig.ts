import { normalisePath } from '../plan/paths'
import { isConfigFile } from './configFiles'
import { parallelSpelling } from './places'
import { taskName } from './taskName'
import type { Report, Rule } from './rule'

/** A parallel task that changes a file which belongs to the whole project. */
export const sharedConfig: Rule = {
  scope: 'task',
  code: 'shared-config',
  severity: 'warning',
  summary: 'A `[P]` task changes a configuration or lock file that the whole project shares.',
  reason:
    'While package.json, tsconfig.json, Cargo.toml, go.mod or a lock file changes, everything that its siblings build, test or ' +
    'install may fail or overwrite it. Do such changes in a task of their own, before the group.',
  fixes: ['mark the task `[SEQUENTIAL]`'],
  *check(task, { document }): Iterable<Report> {
    if (!task.parallel) return
    for (const file of task.fields.files) {
      if (file.use === 'read' || !isConfigFile(normalisePath(file.path))) continue
      yield {
        message: `Task ${taskName(task)} is marked ${parallelSpelling(document)} and changes ${file.path}, which the whole project shares.`,
        range: file.range,
        data: { path: file.path, task: task.index },
      }
    }
  },
}
