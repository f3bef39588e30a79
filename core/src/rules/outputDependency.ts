import type { FileReference, Task } from '../document/tasksDocument'
import { normalisePath, overlap } from '../plan/paths'
import { mentions } from './mentions'
import { parallelRange } from './places'
import { taskName } from './taskName'
import type { Report, Rule, RuleContext } from './rule'

/** A task that uses what a sibling of its group makes. */
export const outputDependency: Rule = {
  scope: 'group',
  code: 'output-dependency',
  severity: 'warning',
  summary: 'A task of a parallel group uses a file that another task of the group creates.',
  reason:
    'Both start at the same time, so the file may not be there yet. Move the task behind the group, or mark it `[SEQUENTIAL]`.',
  fixes: ['mark the task that uses the file `[SEQUENTIAL]`'],
  *check({ group, tasks }, context): Iterable<Report> {
    if (!group.isParallel) return
    const made = tasks.flatMap((maker) =>
      created(maker).map((file) => ({ maker, file, normal: normalisePath(file.path) })),
    )
    if (made.length === 0) return
    for (const user of tasks) {
      for (const { maker, file, normal } of made) {
        const field = maker === user ? undefined : usedIn(user, normal)
        if (field === undefined || namesItself(user, file, context)) continue
        yield {
          message: `Task ${taskName(user)} uses ${file.path} in its ${field}, and task ${taskName(maker)} of the same group creates it.`,
          range: parallelRange(user),
          data: {
            path: file.path,
            task: user.index,
            maker: maker.index,
            ids: [maker.id, user.id],
            group: group.startIndex,
          },
          related: [{ range: file.range, message: `Task ${taskName(maker)} creates ${file.path} here.` }],
        }
      }
    }
  },
}

/** Files a task creates: by their note, or because its title says so and no note says otherwise. */
function created(task: Task): readonly FileReference[] {
  const creates = /^(?:create|generate|scaffold|write|introduce)\b/i.test(task.title)
  return task.fields.files.filter(
    (file) => isOneFile(file.path) && (file.use === 'create' || (creates && file.use === 'unknown')),
  )
}

/** A folder or a pattern is too vague to find in a text. */
function isOneFile(path: string): boolean {
  return !/[*?{}[\]]/.test(path) && !path.endsWith('/') && /[/.]/.test(path)
}

/** A file that both name is a matter of `file-overlap`. */
function namesItself(task: Task, file: FileReference, { caseSensitive = true }: RuleContext): boolean {
  return task.fields.files.some(
    (own) => own.use !== 'read' && overlap(own.path, file.path, { caseInsensitive: !caseSensitive }),
  )
}

function usedIn(task: Task, path: string): string | undefined {
  const { fields } = task
  if (fields.do !== null && mentions(fields.do.text, path)) return 'Do'
  if (fields.verify?.commands.some((command) => mentions(command.text, path))) return 'Verify'
  return fields.files.some((file) => file.use === 'read' && normalisePath(file.path) === path) ? 'Files' : undefined
}
