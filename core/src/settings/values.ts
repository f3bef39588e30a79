import type { ExecutorDefinition, ExecutorSettings } from '../generated/executors'
import { parseDuration } from './duration'

/** What a reader makes of one raw value: the value, or what is wrong, as the end of a sentence ("must be …"). */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly wrong: string }

/** Reads one value of a setting. */
export type Reader<T> = (raw: unknown) => Reading<T>

const good = <T>(value: T): Reading<T> => ({ ok: true, value })
const bad = (wrong: string): Reading<never> => ({ ok: false, wrong })

/** True for objects with string keys; not for null and lists. */
export function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}

/** A text that is not empty. */
export const name: Reader<string> = (raw) =>
  typeof raw === 'string' && raw.trim() !== '' ? good(raw.trim()) : bad('must be a name')

/** true or false, or the CLI's `on` and `off`. */
export const flag: Reader<boolean> = (raw) => {
  if (typeof raw === 'boolean') return good(raw)
  if (raw === 'on' || raw === 'off') return good(raw === 'on')
  return bad('must be true or false')
}

/** A whole number within limits, both included. */
export function wholeNumber(least: number, most: number): Reader<number> {
  return (raw) =>
    typeof raw === 'number' && Number.isInteger(raw) && raw >= least && raw <= most
      ? good(raw)
      : bad(`must be a whole number from ${least} to ${most}`)
}

/** One of a few words. */
export function oneOf<T extends string>(...words: readonly T[]): Reader<T> {
  return (raw) => {
    const found = words.find((word) => word === raw)
    return found === undefined ? bad(`must be one of ${words.join(', ')}`) : good(found)
  }
}

/** A duration with its unit, or 0 for off; in milliseconds. */
export const duration: Reader<number> = (raw) => {
  const milliseconds = typeof raw === 'string' ? parseDuration(raw) : raw === 0 ? 0 : undefined
  return milliseconds === undefined
    ? bad('must be a duration with its unit such as "90s", "60m" or "1h", or 0 for off')
    : good(milliseconds)
}

/** A list of texts. */
export const texts: Reader<readonly string[]> = (raw) => (isTexts(raw) ? good(raw) : bad('must be a list of texts'))

/** Executors by name, in the shape of schemas/executors.schema.json; the first thing wrong with them is told. */
export const executors: Reader<ExecutorSettings> = (raw) => {
  if (!isRecord(raw)) return bad('must be an object of executors by name')
  const result: ExecutorSettings = {}
  for (const [key, definition] of Object.entries(raw)) {
    if (!isExecutor(definition)) return bad(`has an executor "${key}" that ${executorProblem(definition)}`)
    result[key] = definition
  }
  return good(result)
}

const outputs = [
  'text',
  'claude-json',
  'codex-json',
  'gemini-json',
  'copilot-json',
  'opencode-json',
  'cursor-json',
  'qwen-json',
  'amp-json',
  'goose-json',
] as const

const executorFields: Readonly<Record<string, { readonly valid: (raw: unknown) => boolean; readonly wanted: string }>> =
  {
    command: { valid: (raw) => typeof raw === 'string' && raw !== '', wanted: 'a program' },
    args: { valid: isTexts, wanted: 'a list of texts' },
    prompt: { valid: (raw) => oneOf('stdin', 'file', 'none')(raw).ok, wanted: 'stdin, file or none' },
    output: { valid: (raw) => oneOf(...outputs)(raw).ok, wanted: `one of ${outputs.join(', ')}` },
    completion: { valid: (raw) => oneOf('marker', 'exit-code')(raw).ok, wanted: 'marker or exit-code' },
    env: { valid: (raw) => isRecord(raw) && isTexts(Object.values(raw)), wanted: 'an object of texts' },
    minVersion: { valid: (raw) => typeof raw === 'string', wanted: 'a version' },
  }

function isExecutor(raw: unknown): raw is ExecutorDefinition {
  return executorProblem(raw) === undefined
}

function executorProblem(raw: unknown): string | undefined {
  if (!isRecord(raw)) return 'is no object'
  if (raw['command'] === undefined) return 'has no "command"'
  for (const [key, value] of Object.entries(raw)) {
    const field = executorFields[key]
    if (field === undefined) return `has an unknown field "${key}"`
    if (!field.valid(value)) return `has a "${key}" that is not ${field.wanted}`
  }
  return undefined
}

function isTexts(raw: unknown): raw is readonly string[] {
  return Array.isArray(raw) && raw.every((item) => typeof item === 'string')
}
