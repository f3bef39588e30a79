import { expect, it } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'
import { renameId, renamableAt } from '#core/features/rename'
import { renumber } from '#core/features/refactor/renumber'
import { applyEdits } from '#core/text/edits'
import type { Position } from '#core/text/position'

const text = '- [ ] **T001** a\n- [ ] T002 b (depends on T001)\n- [ ] T010 T001 in words (depends on T001-T002)\n'
const document = parseTasksDocument(text, { path: 'specs/x/tasks.md' })
const onId: Position = { line: 0, character: 9 }

function renamed(position: Position, id: string): string {
  const result = renameId(document, position, id)
  return 'refused' in result ? result.refused : applyEdits(text, result.edits)
}

it('renames an id with everything that depends on it, ends of ranges included, and leaves mere words alone', () => {
  const after = '- [ ] **T100** a\n- [ ] T002 b (depends on T100)\n- [ ] T010 T001 in words (depends on T100-T002)\n'
  expect(renamed(onId, 'T100')).toBe(after)
  expect(renamed({ line: 1, character: 27 }, 'T100')).toBe(after)
})

it.each([
  ['T002', 'There is a task T002 already.'],
  ['no id', '"no id" is no task id; write one such as 1.2 or T012.'],
  ['', '"" is no task id; write one such as 1.2 or T012.'],
  ['[P]', '"[P]" is no task id; write one such as 1.2 or T012.'],
])('refuses %j with a reason', (id, reason) => {
  expect(renamed(onId, id)).toBe(reason)
})

it('offers nothing to rename on words, nor on a range of ids', () => {
  expect(renamableAt(document, { line: 1, character: 12 })).toBeUndefined()
  expect(renamableAt(document, { line: 2, character: 42 })).toBeUndefined()
  expect(renamableAt(document, onId)?.id).toBe('T001')
})

it.each([
  [
    '- [ ] T003 a\n- [ ] T007 b (depends on T003)\n- [ ] T004 c (depends on T007)\n',
    '- [ ] T003 a\n- [ ] T004 b (depends on T003)\n- [ ] T005 c (depends on T004)\n',
  ],
  ['- [ ] 1.1 a\n- [ ] 1.1 b\n- [ ] 2.4 c\n- [ ] 1.2a d\n', '- [ ] 1.1 a\n- [ ] 1.2 b\n- [ ] 2.1 c\n- [ ] 1.3 d\n'],
  [
    '- [ ] 1. A\n  - [ ] 1.2 a\n- [ ] 3. B\n  - [ ] 3.1 b\n  - [ ] 3.5 c\n',
    '- [ ] 1. A\n  - [ ] 1.1 a\n- [ ] 2. B\n  - [ ] 2.1 b\n  - [ ] 2.2 c\n',
  ],
])('numbers %j through', (before, after) => {
  const [change] = renumber(parseTasksDocument(before))
  expect(applyEdits(before, change?.edits ?? [])).toBe(after)
  expect(renumber(parseTasksDocument(after))).toEqual([])
})
