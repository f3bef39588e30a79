import type { LintItem } from '#core/agentTools/lintAnswer'
import type { LintedFile } from './lintedFile'

/** The problems as one JSON array. */
export function lintJson(files: readonly LintedFile[]): string {
  return `${JSON.stringify(lintItems(files), undefined, 2)}\n`
}

/** The problems as data; places are 1-based, ends excluded as in editors. */
export function lintItems(files: readonly LintedFile[]): readonly LintItem[] {
  return files.flatMap(({ file, problems }) =>
    problems.map(({ code, severity, message, range, data }) => ({
      file,
      line: range.start.line + 1,
      column: range.start.character + 1,
      endLine: range.end.line + 1,
      endColumn: range.end.character + 1,
      severity,
      code,
      message,
      ...(data === undefined ? {} : { data }),
    })),
  )
}
