import type { LintedFile } from './lintedFile'

/** The problems as one JSON array; places are 1-based, ends excluded as in editors. */
export function lintJson(files: readonly LintedFile[]): string {
  const items = files.flatMap(({ file, problems }) =>
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
  return `${JSON.stringify(items, undefined, 2)}\n`
}
