import { expect, test } from 'vitest'
import type { FileReference, FileUse } from '#core/document/tasksDocument'
import { namedPaths, ownFiles, type OwnFilesFacts } from '#core/run/ownFiles'

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
const file = (path: string, use: FileUse = 'unknown'): FileReference => ({ path, note: null, use, range })

const facts = (change: Partial<OwnFilesFacts>): OwnFilesFacts => ({
  changed: ['lib/a.ts', 'lib/b.css', 'readme.md', 'src/x.ts'],
  named: [],
  others: [],
  changedByItself: new Set(),
  isNew: () => true,
  ...change,
})

test.each([
  ['a path', { named: ['src/x.ts'] }, ['src/x.ts']],
  ['a folder', { named: ['lib'] }, ['lib/a.ts', 'lib/b.css']],
  ['a pattern', { named: ['lib/*.ts'] }, ['lib/a.ts']],
  [
    'a path that was dirty before, when it is named outright',
    { named: ['src/x.ts'], isNew: (): boolean => false },
    ['src/x.ts'],
  ],
  ['nothing of a folder that was dirty before', { named: ['lib'], isNew: (): boolean => false }, []],
  ['what it changed alone', { changedByItself: new Set(['readme.md']) }, ['readme.md']],
  ['not what another task names', { named: ['lib'], others: ['lib/a.ts'] }, ['lib/b.css']],
  ['not what it changed in another task’s folder', { changedByItself: new Set(['lib/a.ts']), others: ['lib'] }, []],
] as const)('a task owns %s', (_what, change, own) => {
  expect(ownFiles(facts(change as Partial<OwnFilesFacts>))).toEqual(own)
})

test('read-only files are not named; a path is meant from the spec folder when only that changed', () => {
  const changed = new Set(['specs/demo/out.txt', 'src/x.ts'])
  const files = [file('./src/x.ts'), file('docs/y.md', 'read'), file('out.txt'), file('nowhere.txt')]
  expect(namedPaths({ files, changed, specFolder: 'specs/demo' })).toEqual([
    'src/x.ts',
    'specs/demo/out.txt',
    'nowhere.txt',
  ])
})
