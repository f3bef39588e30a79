import { expect, it } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'
import { renumber } from '#core/features/refactor/renumber'
import { applyEdits } from '#core/text/edits'

/** The text with all tasks numbered through; the text itself when nothing is offered. */
function numbered(text: string, path = 'specs/x/tasks.md'): string {
  const [change] = renumber(parseTasksDocument(text, { path }))
  return applyEdits(text, change?.edits ?? [])
}

it.each([
  ['a gap', '- [ ] T001 a\n- [ ] T003 b\n', '- [ ] T001 a\n- [ ] T002 b\n'],
  ['a first number other than 1', '- [ ] T010 a\n- [ ] T012 b\n', '- [ ] T010 a\n- [ ] T011 b\n'],
  ['an id given twice', '- [ ] 1.1 a\n- [ ] 1.1 b\n- [ ] 1.2 c\n', '- [ ] 1.1 a\n- [ ] 1.2 b\n- [ ] 1.3 c\n'],
  ['an inserted letter', '- [ ] T001 a\n- [ ] T001a b\n- [ ] T002 c\n', '- [ ] T001 a\n- [ ] T002 b\n- [ ] T003 c\n'],
  ['sections of their own', '- [ ] 1.2 a\n- [ ] 2.5 b\n- [ ] 1.4 c\n', '- [ ] 1.1 a\n- [ ] 2.1 b\n- [ ] 1.2 c\n'],
  ['bold ids', '- [ ] **T001** a\n- [ ] **T004** b\n', '- [ ] **T001** a\n- [ ] **T002** b\n'],
  [
    'dependencies, ranges included',
    '- [ ] T001 a\n- [ ] T003 b (depends on T001)\n- [ ] T005 c (depends on T001-T003)\n- [ ] T007 d (depends on T005)\n',
    '- [ ] T001 a\n- [ ] T002 b (depends on T001)\n- [ ] T003 c (depends on T001-T002)\n- [ ] T004 d (depends on T003)\n',
  ],
])('numbers a document with %s', (_what, text, after) => {
  expect(numbered(text)).toBe(after)
  expect(numbered(after)).toBe(after)
})

it('numbers the leaves of a container after it', () => {
  const text = '- [ ] 1. A\n  - [ ] 1.1 a\n- [ ] 3. B\n  - [ ] 3.2 b\n  - [ ] 3.4 c\n'
  expect(numbered(text, '.kiro/specs/x/tasks.md')).toBe(
    '- [ ] 1. A\n  - [ ] 1.1 a\n- [ ] 2. B\n  - [ ] 2.1 b\n  - [ ] 2.2 c\n',
  )
})

it('offers nothing where the numbers are right, and leaves ids alone that count nothing', () => {
  for (const text of ['- [ ] T001 a\n- [ ] T002 b\n', '- [ ] VF [VERIFY] a\n- [ ] VF [VERIFY] b\n', '- [ ] a\n', ''])
    expect(renumber(parseTasksDocument(text, { path: 'specs/x/tasks.md' }))).toEqual([])
})
