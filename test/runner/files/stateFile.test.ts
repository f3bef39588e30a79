import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { readState, updateState } from '../../../runner/src/files/stateFile'
import { UserError } from '../../../runner/src/userError'

let dir: string
const write = (text: string | Uint8Array): Promise<void> => writeFile(join(dir, '.ralph-state.json'), text)
const content = (): Promise<string> => readFile(join(dir, '.ralph-state.json'), 'utf8')

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pt-state-'))
})

describe('readState', () => {
  it('is undefined without a file', async () => {
    expect(await readState(dir)).toBeUndefined()
  })

  it('gives the fields, unknown ones included, and takes a byte order mark', async () => {
    await write('\uFEFF{"taskIndex": 2, "awaitingApproval": true}')
    expect(await readState(dir)).toEqual({ taskIndex: 2, awaitingApproval: true })
  })

  it.each([
    ['half a file', '{"taskIndex": 1,', /is not JSON/],
    ['an empty file', '', /is not JSON/],
    ['a list', '[]', /is no valid state file \(the whole of it must be object\)/],
    ['a wrong type', '{"taskIndex": "1"}', /is no valid state file \(taskIndex must be integer\)/],
    ['bytes that are no text', Uint8Array.of(0x7b, 0xff, 0x7d), /is not UTF-8/],
  ])('refuses %s in one sentence that names the file, and leaves it as it is', async (_, text, message) => {
    await write(text)
    const before = await readFile(join(dir, '.ralph-state.json'))
    const error: unknown = await readState(dir).catch((thrown: unknown) => thrown)
    const said = error instanceof UserError ? error.message : String(error)
    expect(error).toBeInstanceOf(UserError)
    expect(said).toMatch(message)
    expect(said).toContain(join(dir, '.ralph-state.json'))
    expect(said).toMatch(/Repair it, or move it away/)
    expect(await readFile(join(dir, '.ralph-state.json'))).toEqual(before)
  })
})

describe('updateState', () => {
  it('makes the file when there is none', async () => {
    await updateState(dir, () => ({ taskIndex: 0 }))
    expect(await content()).toBe('{\n  "taskIndex": 0\n}\n')
  })

  it('changes one field and nothing else', async () => {
    const text = '{\n\t"own": {"x": 1.0},\n\t"taskIndex": 0\n}'
    await write(text)
    await updateState(dir, (state) => ({ ...state, taskIndex: 3 }))
    expect(await content()).toBe(text.replace(': 0', ': 3'))
  })

  it('refuses to write over a broken file', async () => {
    await write('{ broken')
    await expect(updateState(dir, () => ({ taskIndex: 9 }))).rejects.toBeInstanceOf(UserError)
    expect(await content()).toBe('{ broken')
  })

  it('leaves no temporary file behind', async () => {
    await updateState(dir, () => ({ taskIndex: 0 }))
    await updateState(dir, () => ({ taskIndex: 1 }))
    expect(await readdir(dir)).toEqual(['.ralph-state.json'])
  })
})
