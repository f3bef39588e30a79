import type { Range } from '../text/position'
import { shiftPlaced, shiftRange } from './shift'
import type { CommitField, Field, FileReference, CodeBlock, Located, TaskFields, VerifyField } from './tasksDocument'

/** The fields of a task that moved; each is moved when it is asked for, and most never are. */
export class MovedFields implements TaskFields {
  readonly #read: TaskFields
  readonly #lines: number

  /** `lines`: how far below the place where they were read they stand now. */
  constructor(read: TaskFields, lines: number) {
    this.#read = read
    this.#lines = lines
  }

  get do(): Field | null {
    return this.#named(this.#read.do)
  }
  get files(): readonly FileReference[] {
    return this.#all(this.#read.files)
  }
  get filesField(): Field | null {
    return this.#named(this.#read.filesField)
  }
  get doneWhen(): Field | null {
    return this.#named(this.#read.doneWhen)
  }
  get verify(): VerifyField | null {
    const { verify } = this.#read
    return verify === null ? null : { ...this.#one(verify), commands: this.#all(verify.commands) }
  }
  get run(): readonly Located[] {
    return this.#all(this.#read.run)
  }
  get commit(): CommitField | null {
    return this.#read.commit === null ? null : this.#one(this.#read.commit)
  }
  get requirements(): readonly Located[] {
    return this.#all(this.#read.requirements)
  }
  get design(): readonly Located[] {
    return this.#all(this.#read.design)
  }
  get dependsOn(): readonly Located[] {
    return this.#all(this.#read.dependsOn)
  }
  get codeBlocks(): readonly CodeBlock[] {
    return this.#all(this.#read.codeBlocks)
  }
  get all(): readonly Field[] {
    return this.#read.all.map((field) => this.#moved(field))
  }

  #one<T extends { readonly range: Range }>(placed: T): T {
    return shiftPlaced(placed, this.#lines)
  }

  #all<T extends { readonly range: Range }>(placed: readonly T[]): readonly T[] {
    return placed.length === 0 ? placed : placed.map((each) => this.#one(each))
  }

  #named(field: Field | null): Field | null {
    return field === null ? null : this.#moved(field)
  }

  #moved(field: Field): Field {
    return { ...this.#one(field), nameRange: shiftRange(field.nameRange, this.#lines) }
  }
}
