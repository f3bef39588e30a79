import { expect, test } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'
import { planGroups } from '#core/plan/groups'
import { planJson } from '#core/plan/planJson'

test('plan --json says of each task what the document says, lines counted from 1', () => {
  const text = [
    '## Phase 1: *Start*',
    '',
    '- [-] 1.1 [P] [VERIFY:TEST] [US1] Title here',
    '  - **Do**: a thing',
    '  - **Files**: `a.ts` (create), b/',
    '  - **Done when**: it is there',
    '  - **Verify**: `npm test` exits 0',
    '  - **Commit**: `feat: a` (only if fixes needed)',
    '  - _Requirements: FR-1, FR-2_',
    '  - _Design: One, Two_',
    '- [ ] 1.2 Other',
  ].join('\n')
  const document = parseTasksDocument(text)
  expect(planJson(document, planGroups(document, 'heading'), 'x/tasks.md', 4)).toEqual({
    version: 1,
    file: 'x/tasks.md',
    dialect: 'kiro',
    tasks: [
      {
        index: 0,
        id: '1.1',
        title: 'Title here',
        line: 3,
        state: 'in-progress',
        markers: ['P', 'VERIFY:TEST'],
        labels: ['US1'],
        parallel: false,
        override: 'VERIFY',
        container: false,
        phase: 'Phase 1: *Start*',
        do: 'a thing',
        files: [
          { path: 'a.ts', note: 'create' },
          { path: 'b/', note: null },
        ],
        doneWhen: 'it is there',
        verify: ['npm test'],
        commit: 'feat: a',
        requirements: ['FR-1', 'FR-2'],
        design: ['One', 'Two'],
      },
      {
        index: 1,
        id: '1.2',
        title: 'Other',
        line: 11,
        state: 'open',
        markers: [],
        labels: [],
        parallel: false,
        override: null,
        container: false,
        phase: 'Phase 1: *Start*',
        do: null,
        files: [],
        doneWhen: null,
        verify: [],
        commit: null,
        requirements: [],
        design: [],
      },
    ],
    groups: [
      { startIndex: 0, endIndex: 0, taskIndices: [0], isParallel: false },
      { startIndex: 1, endIndex: 1, taskIndices: [1], isParallel: false },
    ],
    problems: 4,
  })
})
