import fc from 'fast-check'

const lines = [
  '- [ ] 1.1 [P] Do `x` in `src/a.ts`',
  '- [x] 1.2 [P] [VERIFY] Check',
  '- [ ] T001 [P] [US1] Create src/a.py (depends on T002-T004)',
  '- [-] **T002** (P) Bold',
  '- [ ]* 2.1 Maybe',
  '  - [ ] 2.1.1 Nested (P)',
  '    - [~] 3. Deep',
  '- [ ] no id',
  '- [P] legend',
  '- [] 1.9 broken',
  '- [x]1.8 glued',
  '* [ ] [ ] 1.7 doubled',
  '1. [ ] 4.1 ordered',
  '  - **Do**:',
  '    1. step',
  '- **Verify**: `npm test` exits 0',
  '  - **Files**: `a.ts` (create), b/*.ts, None',
  '**Do**: paragraph',
  '  - **Commit**: `feat: x` (only if fixes needed)',
  '  - _Requirements: 1.1, 2_ _Depends: 1.1_',
  '## Phase 1: A',
  '### 1.1 Heading',
  'Title',
  '=====',
  '---',
  '```',
  '```sh',
  '  ```',
  '~~~~',
  '    code',
  '<!--',
  '-->',
  '<!-- one line -->',
  '<div>',
  '<pre>',
  '</pre>',
  '> quote',
  '> - [ ] 9.9 quoted',
  '| a | b |',
  '**⟶ Wait, then:**',
  '\t- [ ] 5.1 tab',
  '😀 wörds　全角 \u00a0',
  '{"waves":[{"tasks":["1.1","2.1"]}]}',
  '',
  '',
  '   ',
  '\u2028',
  '\0',
] as const

const endings = ['\n', '\n', '\n', '\r\n', '\r'] as const

/** Markdown as bad as it gets: lines that mean something to the reader, in any order, with any line ending. */
export const anyMarkdown = fc
  .tuple(
    fc.constantFrom('', '', '\uFEFF', '---\na: b\n---\n'),
    fc.array(fc.tuple(fc.oneof(fc.constantFrom(...lines), fc.string({ maxLength: 12 })), fc.constantFrom(...endings)), {
      maxLength: 30,
    }),
    fc.constantFrom('', 'last', '- [ ] 8.8 last'),
  )
  .map(([start, rows, end]) => start + rows.flat().join('') + end)

/** What someone types or pastes: some characters, a telling line, or a whole piece. */
export const anyPiece = fc.oneof(
  fc.constantFrom(
    '',
    '\n',
    '\r\n',
    '\r',
    ' ',
    'x',
    '`',
    '```\n',
    '#',
    '- ',
    '- [ ] ',
    '  ',
    '<!--',
    '-->',
    '---\n',
    '[P]',
    '\t',
  ),
  fc.constantFrom(...lines).map((line) => `${line}\n`),
  fc.string({ maxLength: 6 }),
  anyMarkdown,
)
