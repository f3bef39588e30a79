import type { FileReference, Located, Marker, Task, TasksDocument } from '../document/tasksDocument'
import { contains } from '../rules/order'
import type { Position, Range } from '../text/position'

/** What stands at a place of a document. */
export type Subject =
  | { readonly kind: 'id'; readonly task: Task; readonly range: Range }
  | { readonly kind: 'dependency'; readonly task: Task; readonly ids: readonly string[]; readonly range: Range }
  | { readonly kind: 'requirement'; readonly task: Task; readonly id: string; readonly range: Range }
  | { readonly kind: 'design'; readonly task: Task; readonly name: string; readonly range: Range }
  | { readonly kind: 'file'; readonly task: Task; readonly file: FileReference; readonly range: Range }
  | { readonly kind: 'marker'; readonly task: Task; readonly marker: Marker; readonly range: Range }

/** The task whose lines hold a position; of a container and its leaf, the leaf. Undefined between tasks. */
export function taskAt(document: TasksDocument, { line }: Position): Task | undefined {
  return document.tasks.findLast((task) => task.line <= line && line <= task.range.end.line)
}

/** What stands at a position, or undefined for mere words. */
export function subjectAt(document: TasksDocument, position: Position): Subject | undefined {
  const task = taskAt(document, position)
  if (task === undefined) return undefined
  const here = ({ range }: { readonly range: Range }): boolean => contains(range, position)
  const { fields } = task
  const marker = task.markers.find(here)
  if (marker !== undefined) return { kind: 'marker', task, marker, range: marker.range }
  if (task.idRange !== null && contains(task.idRange, position)) return { kind: 'id', task, range: task.idRange }
  const dependencies = fields.dependsOn.filter(here)
  const [dependency] = dependencies
  if (dependency !== undefined) {
    return { kind: 'dependency', task, ids: textsOf(dependencies), range: dependency.range }
  }
  const requirement = fields.requirements.find(here)
  if (requirement !== undefined) return { kind: 'requirement', task, id: requirement.text, range: requirement.range }
  const design = fields.design.find(here)
  if (design !== undefined) return { kind: 'design', task, name: design.text, range: design.range }
  const file = fields.files.find(here)
  return file === undefined ? undefined : { kind: 'file', task, file, range: file.range }
}

function textsOf(located: readonly Located[]): readonly string[] {
  return located.map(({ text }) => text)
}
