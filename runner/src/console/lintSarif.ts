import { pathToFileURL } from 'node:url'
import { rules } from '#core/rules/registry'
import type { Problem, Severity } from '#core/rules/problem'
import type { LintedFile } from './lintedFile'

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
}

/** The problems as a SARIF 2.1.0 log with one run. Paths are relative to the caller's folder. */
export function lintSarif(
  files: readonly LintedFile[],
  program: { readonly version: string; readonly cwd: string },
): string {
  const codes = rules.map((rule) => rule.code)
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'parallel-tasks',
            semanticVersion: program.version,
            rules: rules.map((rule) => ({
              id: rule.code,
              shortDescription: { text: rule.summary },
              fullDescription: { text: rule.reason },
              defaultConfiguration: { level: levels[rule.severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri: `${pathToFileURL(program.cwd).href.replace(/\/$/, '')}/` } },
        results: files.flatMap((file) => file.problems.map((problem) => result(file, problem, codes))),
      },
    ],
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function result(file: LintedFile, { code, severity, message, range }: Problem, codes: readonly string[]): unknown {
  const ruleIndex = codes.indexOf(code)
  return {
    ruleId: code,
    ...(ruleIndex === -1 ? {} : { ruleIndex }),
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(file),
          region: {
            startLine: range.start.line + 1,
            startColumn: range.start.character + 1,
            endLine: range.end.line + 1,
            endColumn: range.end.character + 1,
          },
        },
      },
    ],
  }
}

function artifact({ file, shown }: LintedFile): unknown {
  const isOutside = file === shown
  if (isOutside) return { uri: pathToFileURL(file).href }
  return { uri: shown.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/'), uriBaseId: 'ROOT' }
}
