import type { Severity } from '../rules/problem'
import type { ToolAnswer } from './answer'

/** A problem as `lint --format json` prints it; places are 1-based. */
export interface LintItem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly severity: Severity
  readonly code: string
  readonly message: string
  readonly data?: Readonly<Record<string, unknown>>
}

/** Problems as an agent wants them, one a line: `file:line:column: severity: message [code]`. */
export function lintAnswer(items: readonly LintItem[], shown: (file: string) => string): ToolAnswer {
  const lines = items.map(
    ({ file, line, column, severity, message, code }) =>
      `${shown(file)}:${line}:${column}: ${severity}: ${message.replaceAll(/\s+/g, ' ')} [${code}]`,
  )
  const count = (severity: Severity): number => items.filter((item) => item.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  const head = items.length === 0 ? 'No problems.' : `${items.length} problems, ${errors} errors, ${warnings} warnings.`
  return { text: [head, ...lines].join('\n'), data: { errors, warnings, problems: items } }
}
