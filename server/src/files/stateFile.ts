import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { StateReading } from '#core/rules/rule'
import { judgeState } from '#core/state/judgeState'

/** A state file, judged, with its text where it could be read. */
export interface StateFile {
  readonly reading: StateReading
  readonly text: string | undefined
}

/** The state file in a spec's folder; undefined when there is none. */
export async function readStateFile(folder: string): Promise<StateFile | undefined> {
  try {
    const text = await readFile(path.join(folder, '.ralph-state.json'), 'utf8')
    return { reading: judgeState(text), text }
  } catch (error) {
    if (isMissing(error)) return undefined
    return { reading: { kind: 'invalid', reason: 'cannot be read' }, text: undefined }
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
