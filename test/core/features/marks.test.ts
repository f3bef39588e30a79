import { expect, it } from 'vitest'
import { inlayHints } from '#core/features/inlayHints'
import { semanticTokens } from '#core/features/semanticTokens'
import { matchTasks } from '#core/features/workspaceSymbols'
import { sourceOf } from './sourceOf'

const text =
  '- [ ] T001 [P] [US1] Make `a.ts`\n- [x] T002 [P] Make 🚀 b\n- [ ] T003 Wait\n\n# N\n\n- [ ] T004 [P] c\n- [ ] T005 [P] d\n'
const { document, plan } = sourceOf(text)
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }

it('hints at the size and extent of each parallel group', () => {
  expect(inlayHints(document, plan, whole)).toEqual([
    {
      position: { line: 0, character: 32 },
      label: '2 in parallel, up to T002',
      tooltip: 'T001, T002 run side by side.',
    },
    {
      position: { line: 6, character: 16 },
      label: '2 in parallel, up to T005',
      tooltip: 'T004, T005 run side by side.',
    },
  ])
})

it('hints only within the range asked for', () => {
  expect(inlayHints(document, plan, { ...whole, start: { line: 1, character: 0 } })).toHaveLength(1)
})

it('colours ids, markers, labels and paths, and the titles of what is done', () => {
  const lines = text.split('\n')
  expect(
    semanticTokens(document)
      .filter(({ line }) => line < 2)
      .map(({ line, character, length, kind }) => `${kind} ${lines[line]?.slice(character, character + length)}`),
  ).toEqual([
    'number T001',
    'keyword [P]',
    'decorator [US1]',
    'string a.ts',
    'number T002',
    'keyword [P]',
    'comment Make 🚀 b',
  ])
})

it.each([
  ['', ['T001', 'T002', 'T003', 'T004', 'T005']],
  ['t3w', ['T003']],
  ['make', ['T001', 'T002']],
  ['zzz', []],
])('finds for %j the tasks %j', (query, ids) => {
  expect(matchTasks(document, query).map(({ name }) => name.slice(0, 4))).toEqual(ids)
})
