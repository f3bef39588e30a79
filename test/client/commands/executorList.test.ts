import { expect, it } from 'vitest'
import { readExecutors } from '../../../client/src/commands/executorList'

it('reads the executors of a doctor report, installed ones first', () => {
  const report = {
    version: 1,
    executors: [
      { name: 'codex', installed: false, program: null, version: null },
      { name: 'claude', installed: true, program: '/usr/bin/claude', version: '2.1.400' },
    ],
  }
  expect(readExecutors(JSON.stringify(report))).toEqual([
    { name: 'claude', installed: true, detail: '2.1.400 · /usr/bin/claude' },
    { name: 'codex', installed: false, detail: '' },
  ])
})

it.each(['', 'no JSON', '[]', '{"executors":[1,null,{}]}'])('reads none out of %j', (report) => {
  expect(readExecutors(report)).toEqual([])
})
