import { describe, expect, it } from 'vitest'
import { readInput, runFlagsOf } from '#core/agentTools/readInput'

describe('the input of a tool', () => {
  it.each([
    ['plan', undefined, {}],
    ['plan', { spec: 'specs/a' }, { spec: 'specs/a' }],
    ['run', { tasks: ['1.1'], wait: false }, { tasks: ['1.1'], wait: false }],
    ['run', { group: '1.1', all: false }, { group: '1.1', all: false }],
  ] as const)('%s %j is read', (tool, given, input) => {
    expect(readInput(tool, given)).toEqual({ ok: true, input })
  })

  it.each([
    ['plan', [], 'must be a JSON object'],
    ['plan', { spec: 7 }, '"spec" must be a string that is not empty.'],
    ['plan', { spec: '' }, '"spec" must be a string that is not empty.'],
    ['plan', { all: true }, 'There is no parameter "all"; use spec.'],
    ['plan', { constructor: 'x' }, 'There is no parameter "constructor"'],
    ['run', { tasks: [] }, '"tasks" must be a list of strings, at least one.'],
    ['run', { wait: 'no' }, '"wait" must be true or false.'],
    ['run', { tasks: ['1.1'], group: '1.1' }, 'exclude one another'],
    ['run', { tasks: ['--config=x'] }, '"--config=x" is no name'],
    ['run', { group: '-x' }, '"-x" is no name'],
  ] as const)('%s %j is refused in one sentence', (tool, given, sentence) => {
    const read = readInput(tool, given)
    expect(read.ok ? '' : read.message).toContain(sentence)
  })

  it('becomes the flags of the command line', () => {
    expect(runFlagsOf({ group: '1.2', executor: 'shell' })).toEqual(['--group', '1.2', '--executor', 'shell'])
    expect(runFlagsOf({ tasks: ['1.2', '#3'] })).toEqual(['--task', '1.2', '#3'])
    expect(runFlagsOf({ all: true, wait: false })).toEqual(['--all'])
    expect(runFlagsOf({})).toEqual([])
  })
})
