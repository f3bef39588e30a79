import { expect } from 'vitest'
import type { Task, TaskFields, TasksDocument } from '#core/document/tasksDocument'

/**
 * A document as mere data, to compare: in one that was edited, tasks work their positions out when asked. Every property
 * but a task's `origin`, which is another one in each reading.
 */
export function plain(document: TasksDocument): object {
  return { ...document, tasks: document.tasks.map(plainTask) }
}

/** Expects the same data; much faster than `toEqual` as long as it is the same. */
export function expectSame(found: object, expected: object): void {
  if (JSON.stringify(found) === JSON.stringify(expected)) return
  expect(found).toEqual(expected)
}

function plainTask(task: Task): Omit<Task, 'origin'> {
  return {
    index: task.index,
    id: task.id,
    title: task.title,
    state: task.state,
    line: task.line,
    range: task.range,
    checkbox: task.checkbox,
    idRange: task.idRange,
    titleRange: task.titleRange,
    markers: task.markers,
    labels: task.labels,
    parallel: task.parallel,
    override: task.override,
    verification: task.verification,
    dependent: task.dependent,
    container: task.container,
    parent: task.parent,
    phase: task.phase,
    fields: plainFields(task.fields),
  }
}

function plainFields(fields: TaskFields): TaskFields {
  return {
    do: fields.do,
    files: fields.files,
    filesField: fields.filesField,
    doneWhen: fields.doneWhen,
    verify: fields.verify,
    run: fields.run,
    commit: fields.commit,
    requirements: fields.requirements,
    design: fields.design,
    dependsOn: fields.dependsOn,
    codeBlocks: fields.codeBlocks,
    all: fields.all,
  }
}
