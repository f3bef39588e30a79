import type { Range } from '../text/position'
import { MovedFields } from './movedFields'
import { shiftPlaced, shiftRange } from './shift'
import type { Label, Marker, Task, TaskFields, TaskState } from './tasksDocument'

/** Where a task goes: all that an edit somewhere above it can change. */
export interface Standing {
  /** How many lines down; negative for up. */
  readonly lines: number
  readonly index: number
  readonly phase: number | null
}

/**
 * A task that stands elsewhere than where it was read. An edit that adds a line moves every task below it, so that
 * this must cost next to nothing: it holds what a look over all tasks asks for, and works out the rest when asked.
 */
class MovedTask implements Task {
  readonly #read: Task
  readonly #lines: number
  readonly origin: object
  readonly index: number
  readonly id: string | null
  readonly line: number
  readonly parallel: boolean
  readonly dependent: boolean
  readonly phase: number | null

  constructor(task: Task, { lines, index, phase }: Standing) {
    this.#read = task instanceof MovedTask ? task.#read : task
    this.#lines = task instanceof MovedTask ? task.#lines + lines : lines
    this.origin = task.origin
    this.index = index
    this.id = task.id
    this.line = task.line + lines
    this.parallel = task.parallel
    this.dependent = task.dependent
    this.phase = phase
  }

  get title(): string {
    return this.#read.title
  }
  get state(): TaskState {
    return this.#read.state
  }
  get override(): Task['override'] {
    return this.#read.override
  }
  get verification(): boolean {
    return this.#read.verification
  }
  get container(): boolean {
    return this.#read.container
  }
  get parent(): number | null {
    return this.#read.parent
  }
  get range(): Range {
    return shiftRange(this.#read.range, this.#lines)
  }
  get checkbox(): Range {
    return shiftRange(this.#read.checkbox, this.#lines)
  }
  get idRange(): Range | null {
    return this.#read.idRange === null ? null : shiftRange(this.#read.idRange, this.#lines)
  }
  get titleRange(): Range {
    return shiftRange(this.#read.titleRange, this.#lines)
  }
  get markers(): readonly Marker[] {
    return this.#read.markers.map((marker) => shiftPlaced(marker, this.#lines))
  }
  get labels(): readonly Label[] {
    return this.#read.labels.map((label) => shiftPlaced(label, this.#lines))
  }
  get fields(): TaskFields {
    return this.#lines === 0 ? this.#read.fields : new MovedFields(this.#read.fields, this.#lines)
  }
}

/** A task at another place: `lines` further down than it is, and at another index, maybe under another phase. */
export function moveTask(task: Task, to: Standing): Task {
  const same = to.lines === 0 && to.index === task.index && to.phase === task.phase
  return same ? task : new MovedTask(task, to)
}
