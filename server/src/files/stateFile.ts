import { readFile } from 'node:fs/promises'
import path from 'node:path'
import Ajv, { type ErrorObject } from 'ajv'
import type { RalphState } from '#core/generated/state'
import type { StateReading } from '#core/rules/rule'
import schema from '../../../schemas/state.schema.json'

/** Judges the text of a `.ralph-state.json`. */
export type StateJudge = (text: string) => StateReading

/** Makes a judge of state files; compiles the schema once. */
export function createStateJudge(): StateJudge {
  const validate = new Ajv({ allowUnionTypes: true }).compile<RalphState>(schema)
  return (text) => {
    let value: unknown
    try {
      value = JSON.parse(text.replace(/^\uFEFF/, ''))
    } catch (error) {
      return { kind: 'invalid', reason: `is not JSON (${error instanceof Error ? error.message : 'unreadable'})` }
    }
    return validate(value)
      ? { kind: 'valid', state: value }
      : { kind: 'invalid', reason: describe(validate.errors?.[0]) }
  }
}

/** A state file, judged, with its text where it could be read. */
export interface StateFile {
  readonly reading: StateReading
  readonly text: string | undefined
}

/** The state file in a spec's folder; undefined when there is none. */
export async function readStateFile(folder: string, judge: StateJudge): Promise<StateFile | undefined> {
  try {
    const text = await readFile(path.join(folder, '.ralph-state.json'), 'utf8')
    return { reading: judge(text), text }
  } catch (error) {
    if (isMissing(error)) return undefined
    return { reading: { kind: 'invalid', reason: 'cannot be read' }, text: undefined }
  }
}

function describe(error: ErrorObject | undefined): string {
  const place = error?.instancePath.slice(1).replaceAll('/', '.') ?? ''
  return `is no valid state file (${place === '' ? 'the whole of it' : place} ${error?.message ?? 'is wrong'})`
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
