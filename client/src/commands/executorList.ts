import { isRecord } from '#core/settings/values'
import { parseJson } from '../platform/parseJson'

/** An executor as `doctor --json` reports it. */
export interface ExecutorReport {
  readonly name: string
  readonly installed: boolean
  /** Version and place, as far as known. */
  readonly detail: string
}

/** Reads the executors out of what `doctor --json` printed, installed ones first; empty when it cannot be read. */
export function readExecutors(output: string): readonly ExecutorReport[] {
  const report = parseJson(output)
  const list = isRecord(report) ? report['executors'] : undefined
  const executors = Array.isArray(list) ? list.flatMap(readExecutor) : []
  return executors.toSorted((a, b) => Number(b.installed) - Number(a.installed))
}

function readExecutor(value: unknown): readonly ExecutorReport[] {
  if (!isRecord(value) || typeof value['name'] !== 'string') return []
  const words = [value['version'], value['program']].filter((word) => typeof word === 'string')
  return [{ name: value['name'], installed: value['installed'] === true, detail: words.join(' · ') }]
}
