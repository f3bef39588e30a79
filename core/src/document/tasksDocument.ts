import type { Range } from '../text/position'

/** The formats of `tasks.md` that are told apart; `dialects/` has what is special about each. */
export type Dialect =
  | 'smart-ralph'
  | 'spec-kit'
  | 'sdd-companion'
  | 'kiro'
  | 'cc-sdd'
  | 'openspec'
  | 'spec-workflow'
  | 'agent-os'
  | 'heading-tasks'
  | 'generic'

/** What a task's box says. An unknown state is never `done`. */
export type TaskState = 'open' | 'done' | 'in-progress' | 'blocked' | 'optional'

/** What a marker means; its text may say more. */
export type MarkerKind = 'P' | 'VERIFY' | 'SEQUENTIAL'

/** A token that steers the plan: `[P]`, `[VERIFY]`, `[VERIFY:TEST]`, `[SEQUENTIAL]`, `(P)`. */
export interface Marker {
  readonly kind: MarkerKind
  /** As written, without its brackets: `P`, `VERIFY:TEST`. */
  readonly text: string
  /** The token with its brackets. */
  readonly range: Range
  /** True when it stands where a marker should not: before the id, or at the end of the title. */
  readonly misplaced: boolean
}

/** A token after the id that steers nothing: `[US1]`, `[P2]`. */
export interface Label {
  readonly text: string
  readonly range: Range
}

/** A piece of text with its place. */
export interface Located {
  readonly text: string
  readonly range: Range
}

/** A field line of a task, `**Do**: …`: the name as written and its whole value. */
export interface Field {
  readonly name: string
  readonly nameRange: Range
  /** The value with its nested lines, dedented; '' when there is none. */
  readonly text: string
  readonly range: Range
}

/** How a task uses a path of its Files field (or, in spec-kit, of its title). */
export type FileUse = 'create' | 'modify' | 'delete' | 'read' | 'unknown'

/** A file that a task names. */
export interface FileReference {
  /** As written, without backticks, note and line range: `src/a.ts`, `src/*.ts`, `specs/x/`. */
  readonly path: string
  /** The words in parentheses behind it (`read-only reference`), or null. */
  readonly note: string | null
  readonly use: FileUse
  /** The path's own characters. */
  readonly range: Range
}

/** A fenced code block below a task. */
export interface CodeBlock {
  readonly language: string | null
  readonly text: string
  readonly range: Range
  /** The field it stands under (`Do`, `Verify`), lower case, or null. */
  readonly field: string | null
}

/** The Commit field, read. */
export interface CommitField {
  /** The message, or null for `None` and its kin. */
  readonly message: string | null
  /** True for "(only if fixes needed)": commit only when something changed. */
  readonly onlyIfChanged: boolean
  readonly range: Range
}

/** The Verify field, read. */
export interface VerifyField {
  /** Commands exactly as written, in order; empty when the field is prose. */
  readonly commands: readonly Located[]
  /** Words behind a command ("shows 3 files", "exits 0"), or null. */
  readonly expectation: string | null
  readonly range: Range
}

/** Everything the lines below a task say. */
export interface TaskFields {
  readonly do: Field | null
  readonly files: readonly FileReference[]
  /** The Files field itself, also when it names no path (`None`). */
  readonly filesField: Field | null
  readonly doneWhen: Field | null
  readonly verify: VerifyField | null
  /** The Run field's commands, for the `shell` executor. */
  readonly run: readonly Located[]
  readonly commit: CommitField | null
  readonly requirements: readonly Located[]
  readonly design: readonly Located[]
  /** Ids this task says it depends on, ranges (`T012-T015`) already spread. */
  readonly dependsOn: readonly Located[]
  readonly codeBlocks: readonly CodeBlock[]
  /** Every field line in document order, the known ones included. */
  readonly all: readonly Field[]
}

/**
 * One checkbox item that is work. Identity is index + line + id + title, never the id alone.
 * In a document that is being edited a task may work out its positions when asked: read it, do not spread it.
 */
export interface Task {
  /** An empty object that stays the very same as long as the task reads the same, wherever edits elsewhere move it. */
  readonly origin: object
  /** 0-based, in document order. */
  readonly index: number
  readonly id: string | null
  /** Without id, markers and labels; a wrapped title is joined with spaces. */
  readonly title: string
  readonly state: TaskState
  /** 0-based line of its box. */
  readonly line: number
  /** From the start of its line to the end of its last detail line. */
  readonly range: Range
  /** The one character between the brackets of its box. */
  readonly checkbox: Range
  readonly idRange: Range | null
  readonly titleRange: Range
  readonly markers: readonly Marker[]
  readonly labels: readonly Label[]
  /** It has `[P]` and nothing that overrides it. */
  readonly parallel: boolean
  /** What overrides its `[P]`; null for a task without `[P]`. */
  readonly override: 'VERIFY' | 'SEQUENTIAL' | null
  /** It has `[VERIFY]` or a kin of it. */
  readonly verification: boolean
  /** It names tasks that it depends on: `fields.dependsOn` is not empty. */
  readonly dependent: boolean
  /** A parent box (Kiro, agent-os): never run, ticked when its leaves are. */
  readonly container: boolean
  /** Index of the container it stands in, or null. */
  readonly parent: number | null
  /** Index into `headings` of the phase it stands under, or null. */
  readonly phase: number | null
  readonly fields: TaskFields
}

/** A heading of the document. */
export interface Heading {
  /** 1 to 6. */
  readonly depth: number
  readonly text: string
  readonly line: number
  readonly range: Range
  /** True when tasks below it belong to a phase of this name (not a mere sub-heading). */
  readonly isPhase: boolean
}

/** A line that ends a group although it is no task: a heading, a bold barrier line. */
export interface Barrier {
  readonly line: number
  readonly kind: 'heading' | 'phase' | 'explicit'
}

/** What the reader noticed while reading; rules turn these into problems. */
export interface Finding {
  readonly kind:
    | 'malformed-checkbox'
    | 'malformed-marker'
    | 'mention-marker'
    | 'named-batch'
    | 'unclosed-fence'
    | 'heading-tasks'
    | 'indented-task'
  readonly range: Range
  /** Index of the task it is about, or null. */
  readonly task: number | null
  /** The text in question, as written. */
  readonly text: string
}

/** Kiro's `{"waves":[…]}` block, read. */
export interface Waves {
  readonly waves: readonly (readonly Located[])[]
  readonly range: Range
}

/** The parsed `tasks.md`. Parsing never throws; what is wrong stands in `findings`. */
export interface TasksDocument {
  readonly text: string
  readonly dialect: Dialect
  /** True below a path segment such as `templates`: no plan unless opened on purpose. */
  readonly template: boolean
  readonly headings: readonly Heading[]
  readonly tasks: readonly Task[]
  readonly barriers: readonly Barrier[]
  readonly findings: readonly Finding[]
  readonly waves: Waves | null
  /** 0-based line of the last line of the frontmatter, or -1. */
  readonly frontmatterEnd: number
}
