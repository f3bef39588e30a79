import { describe, expect, test } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'

function commit(value: string): readonly [string | null, boolean] | undefined {
  const field = parseTasksDocument(`- [ ] 1.1 a\n  - **Commit**: ${value}\n`).tasks[0]?.fields.commit
  return field == null ? undefined : [field.message, field.onlyIfChanged]
}

describe('the Commit field', () => {
  test.each([
    ['`feat(a): b`', 'feat(a): b', false],
    ['feat: add it', 'feat: add it', false],
    ['`chore: c` (only if fixes needed)', 'chore: c', true],
    ['`chore: c` (if fixes needed)', 'chore: c', true],
    ['`chore: c` (solo si hay fixes)', 'chore: c', true],
    ['chore: c (only if fixes needed)', 'chore: c', true],
    ['`test: d` (eba50a0)', 'test: d', false],
    ['None', null, false],
    ['none', null, false],
    ['None (verification only)', null, false],
    ['N/A', null, false],
    ['No commit needed', null, false],
    ['—', null, false],
  ])('%s', (value, message, onlyIfChanged) => {
    expect(commit(value)).toEqual([message, onlyIfChanged])
  })

  test('a message in a fence below the field is found', () => {
    expect(commit('\n    ```\n    feat: fenced\n    ```')).toEqual(['feat: fenced', false])
  })

  test('a task without the field has none', () => {
    expect(parseTasksDocument('- [ ] 1.1 a').tasks[0]?.fields.commit).toBeNull()
  })
})
