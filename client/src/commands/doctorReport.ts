import { isRecord } from '#core/settings/values'
import { parseJson } from '../platform/parseJson'

/** What the headless program's `doctor --json` says, as far as the editor shows it. */
export interface DoctorReport {
  readonly executors: readonly DoctorExecutor[]
  readonly findings: readonly DoctorFinding[]
}

/** An executor as the doctor reports it. */
export interface DoctorExecutor {
  readonly name: string
  readonly isBuiltIn: boolean
  readonly installed: boolean
  /** Version and place, as far as known. */
  readonly detail: string
  /** True when `auto` takes this one. */
  readonly isAuto: boolean
}

/** One thing that was looked at. An `error` stops every run; a `warning` is good to know. */
export interface DoctorFinding {
  readonly level: 'ok' | 'warning' | 'error'
  /** Stable word: node, git, identity, branch, spec, executor, state, lock, interrupted, leftovers, problems. */
  readonly topic: string
  readonly message: string
  /** What to do about it, or undefined. */
  readonly next: string | undefined
}

/** Reads a report; undefined when the text is none. */
export function readDoctorReport(output: string): DoctorReport | undefined {
  const report = parseJson(output)
  if (!isRecord(report) || !Array.isArray(report['executors']) || !Array.isArray(report['findings'])) return undefined
  return { executors: report['executors'].flatMap(readExecutor), findings: report['findings'].flatMap(readFinding) }
}

function readExecutor(value: unknown): readonly DoctorExecutor[] {
  if (!isRecord(value) || typeof value['name'] !== 'string') return []
  const words = [value['version'], value['program']].filter((word) => typeof word === 'string')
  return [
    {
      name: value['name'],
      isBuiltIn: value['kind'] === 'built-in',
      installed: value['installed'] === true,
      detail: words.join(', '),
      isAuto: value['isAuto'] === true,
    },
  ]
}

function readFinding(value: unknown): readonly DoctorFinding[] {
  if (!isRecord(value) || typeof value['message'] !== 'string' || typeof value['topic'] !== 'string') return []
  const { level, topic, message, next } = value
  return [
    {
      level: level === 'error' || level === 'warning' ? level : 'ok',
      topic,
      message,
      next: typeof next === 'string' ? next : undefined,
    },
  ]
}
