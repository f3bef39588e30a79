import type { ExecutorFinding, Finding } from '../commands/finding'
import type { Paint } from './paint'
import { safeLine } from './safeText'

/** What `doctor` found. */
export interface DoctorReport {
  readonly version: string
  readonly executors: readonly ExecutorFinding[]
  readonly findings: readonly Finding[]
  /** The executor that the settings name. */
  readonly asked: string
}

/** The findings for people: executors, then everything else, then whether a run can start. */
export function doctorText({ version, executors, findings, asked }: DoctorReport, paint: Paint): string {
  const width = Math.max(...executors.map((executor) => executor.name.length))
  const auto = executors.find((executor) => executor.isAuto)
  const stops = findings.filter((finding) => finding.level === 'error').length
  const choice =
    auto === undefined
      ? paint.warn('No coding agent was found. Install one, or use --executor shell for tasks with **Run** commands.')
      : `auto takes ${paint.strong(auto.name)}.`
  return `${[
    paint.strong(`parallel-tasks ${version}`),
    '',
    paint.strong('Executors'),
    ...executors.map((executor) => executorLine(executor, width, paint)),
    `  ${asked === 'auto' ? choice : `The settings name ${paint.strong(asked)}.`}`,
    '',
    paint.strong('Surroundings'),
    ...findings.flatMap((finding) => findingLines(finding, paint)),
    '',
    stops === 0
      ? paint.good('Nothing stands in the way of a run.')
      : paint.bad(`${stops} thing${stops === 1 ? '' : 's'} would stop a run.`),
  ].join('\n')}\n`
}

function executorLine(executor: ExecutorFinding, width: number, paint: Paint): string {
  const icon = executor.installed ? paint.good('✓') : paint.dim('·')
  const name = executor.name.padEnd(width)
  const facts =
    executor.kind === 'built-in'
      ? 'built in'
      : executor.installed
        ? [executor.version, executor.program].filter((fact) => fact !== null).join('  ')
        : 'not installed'
  const least =
    executor.installed && executor.minVersion !== null ? paint.dim(`  (known to work from ${executor.minVersion})`) : ''
  return `  ${icon} ${executor.installed ? name : paint.dim(name)}  ${paint.dim(facts)}${least}`
}

function findingLines({ level, message, next }: Finding, paint: Paint): readonly string[] {
  const icon = level === 'ok' ? paint.good('✓') : level === 'warning' ? paint.warn('!') : paint.bad('✗')
  return [`  ${icon} ${safeLine(message)}`, ...(next === null ? [] : [paint.dim(`      ${next}`)])]
}
