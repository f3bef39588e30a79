import type { Severity } from '#core/rules/problem'
import type { LintedFile } from './lintedFile'
import { safeLine } from './safeText'

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
}

/**
 * The problems as GitHub workflow commands, which GitHub shows at the lines of a pull request.
 * Escaped as GitHub's own toolkit does it: `%`, and in properties also `:` and `,`. A message is one harmless line.
 */
export function lintGithub(files: readonly LintedFile[]): string {
  return files
    .flatMap(({ shown, problems }) =>
      problems.map(({ code, severity, message, range }) => {
        const properties = {
          file: shown.replaceAll('\\', '/'),
          line: range.start.line + 1,
          endLine: range.end.line + 1,
          // GitHub takes columns only for problems within one line.
          ...(range.start.line === range.end.line
            ? { col: range.start.character + 1, endColumn: range.end.character + 1 }
            : {}),
          title: code,
        }
        const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`)
        return `::${commands[severity]} ${list.join(',')}::${data(safeLine(message))}\n`
      }),
    )
    .join('')
}

function data(text: string): string {
  return text.replaceAll('%', '%25')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
