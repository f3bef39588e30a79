import type { RalphState } from '../generated/state'
import { validate } from '../generated/validateState'
import type { StateReading } from '../rules/rule'

/** What ajv generates: a function that leaves its reasons on itself. */
interface Validator {
  (value: unknown): boolean
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null
}

const validator: Validator = validate

/** Judges the text of a `.ralph-state.json` by its schema. A byte order mark is passed over. Never throws. */
export function judgeState(text: string): StateReading {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { kind: 'invalid', reason: `is not JSON (${error instanceof Error ? error.message : 'unreadable'})` }
  }
  return isState(value) ? { kind: 'valid', state: value } : { kind: 'invalid', reason: describe(validator.errors?.[0]) }
}

function isState(value: unknown): value is RalphState {
  return validator(value)
}

function describe(refusal: NonNullable<Validator['errors']>[number] | undefined): string {
  const place = refusal?.instancePath.slice(1).replaceAll('/', '.') ?? ''
  return `is no valid state file (${place === '' ? 'the whole of it' : place} ${refusal?.message ?? 'is wrong'})`
}
