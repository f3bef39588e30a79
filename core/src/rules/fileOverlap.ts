import type { Task } from '../document/tasksDocument'
import { normalisePath, overlap } from '../plan/paths'
import type { Range } from '../text/position'
import { taskName } from './taskName'
import type { Report, Rule } from './rule'

/** Two tasks of a parallel group change the same file. */
export const fileOverlap: Rule = {
  scope: 'group',
  code: 'file-overlap',
  severity: 'warning',
  summary: 'Two tasks of a parallel group name the same file.',
  reason:
    'Tasks of a group run at the same time: one of them overwrites what the other did, or commits it. Make one of them sequential, ' +
    'or split the group. A file that one of the two only reads, with a note such as `(read-only)`, is no conflict. ' +
    'A folder holds its files, and a pattern holds what it matches.',
  fixes: ['mark the later task `[SEQUENTIAL]`', 'split the group before the later task'],
  *check({ group, tasks }, context): Iterable<Report> {
    if (!group.isParallel) return
    const meet = meetingOf(context.caseSensitive === false)
    const writes = tasks.map((task) => ({ task, files: written(task) }))
    for (const [position, { task, files }] of writes.entries()) {
      for (const file of files) {
        const others = writes.slice(0, position).flatMap((other) => {
          const found = other.files.find((candidate) => meet(candidate, file))
          return found === undefined ? [] : [{ task: other.task, path: found.path, range: found.range }]
        })
        const [first] = others
        if (first === undefined) continue
        const names = [taskName(first.task), taskName(task)]
        yield {
          message: `Tasks ${names.join(' and ')} run at the same time and both name ${describe(first.path, file.path)}.`,
          range: file.range,
          data: {
            path: file.path,
            otherPath: first.path,
            tasks: [first.task.index, task.index],
            ids: [first.task.id, task.id],
            group: group.startIndex,
          },
          related: others.map((other) => ({
            range: other.range,
            message: `Task ${taskName(other.task)} names ${other.path} here.`,
          })),
        }
      }
    }
  },
}

interface Write {
  readonly path: string
  readonly range: Range
  /** Its one spelling; compared as text when it is no pattern. */
  readonly normal: string
  readonly isPattern: boolean
}

/** What a task writes, each path once. A folder or pattern that a title names beside files only tells where they stand. */
function written({ fields: { files, filesField } }: Task): readonly Write[] {
  const isVague = (path: string): boolean => /\/$|\*/.test(path)
  const hasFiles = filesField === null && files.some(({ path, use }) => use !== 'read' && !isVague(path))
  const writes = new Map<string, Write>()
  for (const { path, range, use } of files) {
    const normal = normalisePath(path)
    if (use === 'read' || writes.has(normal) || (hasFiles && isVague(path))) continue
    writes.set(normal, { path, range, normal, isPattern: /[*?{}[\]]/.test(path) })
  }
  return [...writes.values()]
}

/** Whether two written paths can be one file. Plain paths, nearly all there are, need no look at their parts. */
function meetingOf(caseInsensitive: boolean): (a: Write, b: Write) => boolean {
  const fold = (text: string): string => (caseInsensitive ? text.toLowerCase() : text)
  return (a, b) => {
    if (a.isPattern || b.isPattern) return overlap(a.path, b.path, { caseInsensitive })
    const [left, right] = [fold(a.normal), fold(b.normal)]
    return left === right || left.startsWith(`${right}/`) || right.startsWith(`${left}/`)
  }
}

function describe(first: string, second: string): string {
  return first === second ? second : `${second} (there as ${first})`
}
