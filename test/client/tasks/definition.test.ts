import { describe, expect, it } from 'vitest'
import { readDefinition } from '../../../client/src/tasks/definition'

const type = 'parallel-tasks'

/** The flags of a definition, or why it cannot run. */
function flagsOf(definition: Record<string, unknown>): readonly string[] | string {
  const read = readDefinition({ type, ...definition })
  return read.ok ? read.wish.flags : read.message
}

describe('an entry of tasks.json', () => {
  it.each([
    [{}, []],
    [{ group: '1.2' }, ['--group', '1.2']],
    [{ group: '#3' }, ['--group', '#3']],
    [{ task: '2.1' }, ['--task', '2.1']],
    [{ task: ['2.1', '2.4'] }, ['--task', '2.1', '2.4']],
    [{ all: true }, ['--all']],
    [{ all: false, group: 'T01' }, ['--group', 'T01']],
    [{ all: true, executor: 'shell' }, ['--all', '--executor', 'shell']],
  ])('%j becomes the flags of the command line', (definition, flags) => {
    expect(flagsOf({ spec: 'specs/demo', ...definition })).toEqual(flags)
  })

  it.each([
    [{}, '"spec" is missing'],
    [{ spec: 'specs/demo', command: 'delete' }, '"command" must be'],
    [{ spec: 'specs/demo', group: '1.2', all: true }, 'exclude one another'],
    [{ spec: 'specs/demo', group: '--config=x' }, '"group" must be'],
    [{ spec: 'specs/demo', task: [] }, '"task" must be'],
    [{ spec: 'specs/demo', task: ['1.2', '--json'] }, '"task" must be'],
    [{ spec: 'specs/demo', executor: 7 }, '"executor" must be'],
  ])('%j is refused with a reason', (definition, reason) => {
    expect(flagsOf(definition)).toContain(reason)
  })

  it('that lints takes no flags', () => {
    expect(readDefinition({ type, spec: 'a', command: 'lint', group: '1.2' })).toEqual({
      ok: true,
      wish: { command: 'lint', spec: 'a', flags: [] },
    })
  })
})
