import type { Severity } from '../rules/problem'
import { ruleOf } from '../rules/registry'
import { formatDuration } from './duration'
import { defaultSettings, type Settings } from './settings'
import {
  duration,
  executors,
  flag,
  isRecord,
  name,
  oneOf,
  texts,
  wholeNumber,
  type Reader,
  type Reading,
} from './values'

/** Settings as far as they could be read; what is wrong with the rest, one readable sentence each. */
export interface SettingsReading {
  readonly settings: Settings
  readonly problems: readonly string[]
}

/** Settings of the views alone: known, so that a whole settings section can be handed in, and not read here. */
const visualSettings = ['editor', 'terminals', 'notifications', 'trace']

const severities = ['error', 'warning', 'info', 'hint', 'off'] as const

/**
 * Reads the `parallelTasks` section of the editor's settings, or the content of a `--config` file: an object
 * with the names of the manifest's settings, nested (`{"groups": {"maxSize": 4}}`) or dotted (`{"groups.maxSize": 4}`).
 * A value that is wrong gives a problem and leaves the default; undefined and null mean "not set". Never throws.
 */
export function readSettings(raw: unknown): SettingsReading {
  const problems: string[] = []
  if (raw === undefined || raw === null) return { settings: defaultSettings, problems }
  if (!isRecord(raw)) return { settings: defaultSettings, problems: ['The settings must be an object.'] }
  const values = flatten(raw, problems)

  const take = <T>(key: string, reader: Reader<T>, fallback: T): T => {
    const value = values.get(key)
    values.delete(key)
    if (value === undefined || value === null) return fallback
    const reading = reader(value)
    if (reading.ok) return reading.value
    problems.push(`parallelTasks.${key} ${reading.wrong}, not ${show(value)}; ${showDefault(key, fallback)} is used.`)
    return fallback
  }

  const settings: Settings = {
    executor: take('executor', name, defaultSettings.executor),
    executors: take('executors', executors, defaultSettings.executors),
    maxConcurrent: take('maxConcurrent', wholeNumber(1, 32), defaultSettings.maxConcurrent),
    taskTimeoutMs: take('taskTimeout', duration, defaultSettings.taskTimeoutMs),
    idleTimeoutMs: take('idleTimeout', duration, defaultSettings.idleTimeoutMs),
    verify: take('verify', flag, defaultSettings.verify),
    commit: take('commit', flag, defaultSettings.commit),
    isolation: take('isolation', oneOf('shared', 'worktree'), defaultSettings.isolation),
    worktreeFiles: take('worktreeFiles', texts, defaultSettings.worktreeFiles),
    retries: take('retries', wholeNumber(0, 100), defaultSettings.retries),
    groups: {
      breakAt: take('groups.breakAt', oneOf('heading', 'phase', 'never'), defaultSettings.groups.breakAt),
      maxSize: take('groups.maxSize', wholeNumber(1, 1000), defaultSettings.groups.maxSize),
    },
    rules: take('rules', ruleSeverities, defaultSettings.rules),
    files: {
      include: take('files.include', texts, defaultSettings.files.include),
      exclude: take('files.exclude', texts, defaultSettings.files.exclude),
    },
  }
  for (const code of Object.keys(settings.rules)) {
    if (ruleOf(code) === undefined) {
      problems.push(`parallelTasks.rules names "${code}", which is no rule; remove it or correct its name.`)
    }
  }
  for (const key of values.keys()) problems.push(`parallelTasks.${key} is no setting; remove it or correct its name.`)
  return { settings, problems }
}

/** The values by dotted name, without the visual ones. */
function flatten(raw: Readonly<Record<string, unknown>>, problems: string[]): Map<string, unknown> {
  const values = new Map<string, unknown>()
  for (const [written, value] of Object.entries(raw)) {
    const key = written.replace(/^parallelTasks\./, '')
    if (key === '$schema' || visualSettings.includes(key.split('.')[0] ?? '')) continue
    if (key !== 'groups' && key !== 'files') values.set(key, value)
    else if (isRecord(value)) for (const [inner, item] of Object.entries(value)) values.set(`${key}.${inner}`, item)
    else if (value !== undefined && value !== null)
      problems.push(`parallelTasks.${key} must be an object, not ${show(value)}.`)
  }
  return values
}

const ruleSeverities: Reader<Readonly<Record<string, Severity | 'off'>>> = (raw) => {
  if (!isRecord(raw)) return { ok: false, wrong: 'must be an object of severities by rule code' }
  const result: Record<string, Severity | 'off'> = {}
  for (const [code, value] of Object.entries(raw)) {
    const severity: Reading<Severity | 'off'> = oneOf(...severities)(value)
    if (!severity.ok) return { ok: false, wrong: `has a severity for "${code}" that ${severity.wrong}` }
    result[code] = severity.value
  }
  return { ok: true, value: result }
}

/** Durations are shown as people write them. */
function showDefault(key: string, value: unknown): string {
  return key.endsWith('Timeout') && typeof value === 'number' ? `"${formatDuration(value)}"` : show(value)
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
