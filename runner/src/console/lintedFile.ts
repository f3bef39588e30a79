import type { Problem } from '#core/rules/problem'

/** A tasks document with its problems, as the printers of `lint` take it. */
export interface LintedFile {
  /** Absolute path. */
  readonly file: string
  /** The path as a person in the caller's folder would type it. */
  readonly shown: string
  readonly text: string
  readonly problems: readonly Problem[]
}
