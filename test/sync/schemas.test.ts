import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const schemas = readdirSync(join(root, 'schemas')).filter((name) => name.endsWith('.json'))
function read(name: string): object {
  const schema: object = JSON.parse(readFileSync(join(root, 'schemas', name), 'utf8'))
  return schema
}

describe('the schemas', () => {
  it.each(schemas)('%s compiles in strict mode', (name) => {
    expect(() => new Ajv({ strict: true, allowUnionTypes: true }).compile(read(name))).not.toThrow()
  })

  it.each(schemas)('%s describes every field it has', (name) => {
    const bare: string[] = []
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return
      for (const [key, value] of Object.entries(schema)) visit(value, `${path}/${key}`)
      if ('properties' in schema && !('description' in schema) && !('title' in schema)) bare.push(path)
    }
    visit(read(name), name)
    expect(bare).toEqual([])
  })

  it('have types in step with them', () => {
    const check = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], { cwd: root, encoding: 'utf8' })
    expect({ status: check.status, said: check.stderr.trim() }).toEqual({ status: 0, said: '' })
  })
})

describe('state.schema.json', () => {
  const isValid = new Ajv().compile(read('state.schema.json'))

  it.each([
    [
      'what smart-ralph writes at the start',
      { source: 'spec', name: 'x', basePath: './specs/x', phase: 'research', taskIndex: 0, totalTasks: 0 },
    ],
    [
      'a group and its results',
      { parallelGroup: { startIndex: 1, endIndex: 2, taskIndices: [1, 2] }, taskResults: { 1: { status: 'pending' } } },
    ],
    ['a group that was cleared', { parallelGroup: null, taskResults: {} }],
    ['fields it does not know', { fixTaskMap: { '1.2': 1 }, modificationMap: {}, awaitingApproval: true }],
    ['nothing yet', {}],
  ])('takes %s', (_, state) => {
    expect(isValid(state)).toBe(true)
  })

  it.each([
    ['a list', []],
    ['a task index below 0', { taskIndex: -1 }],
    ['a task index that is a text', { taskIndex: '3' }],
    ['a group without its end', { parallelGroup: { startIndex: 1, taskIndices: [1] } }],
    ['a result it does not know', { taskResults: { 1: { status: 'done' } } }],
  ])('refuses %s', (_, state) => {
    expect(isValid(state)).toBe(false)
  })
})
