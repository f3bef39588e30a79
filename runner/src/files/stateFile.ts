import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RalphState } from '#core/generated/state'
import type { StateReading } from '#core/rules/rule'
import { editState, newState } from '#core/state/editState'
import { judgeState } from '#core/state/judgeState'
import { UserError } from '../userError'
import { writeAtomic } from './atomicWrite'
import { hasCode } from './errorCode'

/** Name of smart-ralph's state file in a spec folder. */
const stateFileName = '.ralph-state.json'

interface StateFile {
  readonly text: string
  readonly state: RalphState
}

/**
 * Reads the state file of a spec; undefined when there is none.
 * Throws a `UserError` that says what is wrong when it cannot be read or is no valid state; the file stays as it is.
 */
export async function readState(specDir: string): Promise<RalphState | undefined> {
  return (await readStateFile(specDir))?.state
}

/**
 * Changes the state file of a spec, or makes it. Fields that `change` keeps stay in the file as they were written;
 * the file is replaced in one step, and only when something changed. Throws as `readState` does.
 */
export async function updateState(specDir: string, change: (state: RalphState) => RalphState): Promise<void> {
  const file = await readStateFile(specDir)
  const after = change(file?.state ?? {})
  const text = file === undefined ? newState(after) : editState(file.text, after)
  if (text !== file?.text) await writeAtomic(join(specDir, stateFileName), text)
}

/** The state file of a spec as rules want it; undefined when there is none. Never throws. */
export async function readStateAsFound(specDir: string): Promise<StateReading | undefined> {
  try {
    return judge(await readFile(join(specDir, stateFileName)))
  } catch (error) {
    return hasCode(error, 'ENOENT', 'ENOTDIR') ? undefined : { kind: 'invalid', reason: 'cannot be read' }
  }
}

async function readStateFile(specDir: string): Promise<StateFile | undefined> {
  const path = join(specDir, stateFileName)
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    const why = error instanceof Error ? error.message : String(error)
    throw new UserError(`${path} cannot be read (${why}). Make it a readable file, or move it away.`)
  }
  const reading = judge(bytes)
  if (reading.kind === 'valid')
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), state: reading.state }
  throw new UserError(`${path} ${reading.reason}. Repair it, or move it away to begin anew; it was left as it is.`)
}

function judge(bytes: Uint8Array): StateReading {
  try {
    return judgeState(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    return { kind: 'invalid', reason: `is not UTF-8 (${error instanceof Error ? error.message : 'unreadable'})` }
  }
}
