import type { Problem, Severity } from '#core/rules/problem'
import type { LintedFile } from './lintedFile'
import type { Paint } from './paint'
import { safeLine } from './safeText'

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint']

/** The problems for people: place, severity, message and code, the line in question with a mark below, a summary. */
export function lintPretty(files: readonly LintedFile[], paint: Paint): string {
  const blocks = files.flatMap((file) => {
    const lines = file.text.split(/\r\n|\n|\r/)
    return file.problems.map((problem) => problemText(file, lines, problem, paint))
  })
  const all = files.flatMap((file) => file.problems)
  const checked = `${files.length} file${files.length === 1 ? '' : 's'} checked`
  const summary =
    all.length === 0 ? `${paint.good('No problems')}, ${checked}.` : `${paint.strong(countProblems(all))}, ${checked}.`
  return [...blocks, summary].join('\n') + '\n'
}

/** `3 problems (1 error, 2 warnings)`; the counts of severities that there are. */
export function countProblems(problems: readonly Problem[]): string {
  const counts = severities.flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity === 'info' ? 'info' : severity + (count === 1 ? '' : 's')}`]
  })
  return `${problems.length} problem${problems.length === 1 ? '' : 's'} (${counts.join(', ')})`
}

function problemText(file: LintedFile, lines: readonly string[], problem: Problem, paint: Paint): string {
  const { start } = problem.range
  const place = `${file.shown}:${start.line + 1}:${start.character + 1}`
  const head = `${paint.strong(place)}  ${colour(problem.severity, paint)(problem.severity)}  ${safeLine(problem.message)}  ${paint.dim(problem.code)}`
  return `${head}\n${excerpt(lines, problem, paint)}`
}

function excerpt(lines: readonly string[], { range, severity }: Problem, paint: Paint): string {
  const { start, end } = range
  // Controls become blanks one by one, so that columns stay where they are.
  const line = (lines[start.line] ?? '').replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ')
  const stop = end.line === start.line ? end.character : line.length
  const from = Math.max(0, start.character - 60)
  const shown = line.slice(from, from + 110)
  const width = Math.max(1, Math.min(stop - start.character, from + 110 - start.character))
  const gutter = String(start.line + 1)
  const mark = ' '.repeat(start.character - from) + '~'.repeat(width)
  return `  ${paint.dim(`${gutter} │`)} ${shown.trimEnd()}\n  ${paint.dim(`${' '.repeat(gutter.length)} │`)} ${colour(severity, paint)(mark)}\n`
}

function colour(severity: Severity, paint: Paint): (text: string) => string {
  if (severity === 'error') return paint.bad
  return severity === 'warning' ? paint.warn : paint.live
}
