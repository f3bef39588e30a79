import type { Dialect, Located, MarkerKind, Task, TasksDocument, TaskState } from '../document/tasksDocument'
import type { Group, Plan } from './plan'

/** A task as `plan --json` prints it; `line` is 1-based. */
export interface PlanJsonTask {
  readonly index: number
  readonly id: string | null
  readonly title: string
  readonly line: number
  readonly state: TaskState
  readonly markers: readonly string[]
  readonly labels: readonly string[]
  readonly parallel: boolean
  readonly override: Exclude<MarkerKind, 'P'> | null
  readonly container: boolean
  /** The whole heading text, or null. */
  readonly phase: string | null
  readonly do: string | null
  readonly files: readonly { readonly path: string; readonly note: string | null }[]
  readonly doneWhen: string | null
  readonly verify: readonly string[]
  readonly commit: string | null
  readonly requirements: readonly string[]
  readonly design: readonly string[]
}

/** The object that `plan --json` prints. */
export interface PlanJson {
  readonly version: 1
  readonly file: string
  readonly dialect: Dialect
  readonly tasks: readonly PlanJsonTask[]
  readonly groups: readonly Group[]
  /** Number of problems that `lint` would tell. */
  readonly problems: number
}

/** Builds what `plan --json` prints for a document and its plan. */
export function planJson(document: TasksDocument, plan: Plan, file: string, problemCount: number): PlanJson {
  return {
    version: 1,
    file,
    dialect: document.dialect,
    tasks: document.tasks.map((task) => taskJson(document, task)),
    groups: plan.groups.map(({ startIndex, endIndex, taskIndices, isParallel }) => ({
      startIndex,
      endIndex,
      taskIndices,
      isParallel,
    })),
    problems: problemCount,
  }
}

function taskJson(document: TasksDocument, task: Task): PlanJsonTask {
  const { fields } = task
  return {
    index: task.index,
    id: task.id,
    title: task.title,
    line: task.line + 1,
    state: task.state,
    markers: task.markers.map((marker) => marker.text),
    labels: task.labels.map((label) => label.text),
    parallel: task.parallel,
    override: task.override,
    container: task.container,
    phase: task.phase === null ? null : (document.headings[task.phase]?.text ?? null),
    do: fields.do?.text ?? null,
    files: fields.files.map(({ path, note }) => ({ path, note })),
    doneWhen: fields.doneWhen?.text ?? null,
    verify: texts(fields.verify?.commands ?? []),
    commit: fields.commit?.message ?? null,
    requirements: texts(fields.requirements),
    design: texts(fields.design),
  }
}

function texts(pieces: readonly Located[]): readonly string[] {
  return pieces.map((piece) => piece.text)
}
