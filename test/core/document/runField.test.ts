import { parseTasksDocument } from '#core/document/parse'
import { expect, test } from 'vitest'

function runOf(...field: readonly string[]): readonly string[] {
  const text = ['- [ ] 1.1 Make it', ...field, '  - **Files**: `a.txt`', '  - **Verify**: `test -f a.txt`'].join('\n')
  return parseTasksDocument(text, { path: 'specs/x/tasks.md' }).tasks[0]?.fields.run.map(({ text }) => text) ?? []
}

test('every code span of a Run field is a command, whatever its program', () => {
  expect(runOf('  - **Run**: `exit 3`')).toEqual(['exit 3'])
  expect(runOf('  - **Run**: `my-own-tool`, then `./other`')).toEqual(['my-own-tool', './other'])
})

test('a Run field without code spans is one command a line', () => {
  expect(runOf('  - **Run**: the-tool --make a.txt')).toEqual(['the-tool --make a.txt'])
  expect(runOf('  - **Run**:', '    - first thing', '    - second thing')).toEqual(['first thing', 'second thing'])
})

test('a shell fence under Run is one command with its lines kept', () => {
  expect(runOf('  - **Run**:', '', '    ```sh', '    echo a', '    echo b', '    ```')).toEqual(['echo a\necho b'])
})

test('an empty Run field gives no command', () => {
  expect(runOf('  - **Run**:')).toEqual([])
})
