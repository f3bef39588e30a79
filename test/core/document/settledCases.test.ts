import { describe, expect, test } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'

const paths = {
  openspec: 'openspec/changes/x/tasks.md',
  kiro: '.kiro/specs/x/tasks.md',
  agentOs: '.agent-os/specs/x/tasks.md',
} as const

/** Ids of the tasks, `-` for one without. */
function ids(text: string, path?: string): readonly string[] {
  return parseTasksDocument(text, path === undefined ? {} : { path }).tasks.map((task) => task.id ?? '-')
}

const smart = '- **Do**: a\n- **Files**: a\n- **Verify**: a\n- **Do**: b\n- **Files**: b\n- **Verify**: b\n'

describe('which boxes are tasks', () => {
  test('boxes without an id are none where the tasks have ids', () => {
    expect(ids('- [ ] 1. A\n- [ ] looks good\n', paths.kiro)).toEqual(['1'])
  })

  test('OpenSpec: in the first column every box is one, nested only those with an id', () => {
    expect(ids('- [ ] A\n  - [ ] step\n  - [ ] 1.1 B\n- [ ] 1.2 C\n', paths.openspec)).toEqual(['-', '1.1', '1.2'])
  })

  test('spec-kit: only T ids, so that checklists and legends stay out', () => {
    const text =
      '- [P] tasks = different files\n- [ ] T001 A\n- [ ] T002 B\n- [ ] 1.1 C\n- [ ] all tests pass\n- [x] [P] tasks touch distinct files\n'
    expect(ids(text)).toEqual(['T001', 'T002'])
  })

  test('smart-ralph: an indented box with an id is one, and is told', () => {
    const document = parseTasksDocument(`- [ ] 1.1 A\n  - [ ] 1.2 B\n  - [ ] no id\n\n${smart}`)
    expect(document.dialect).toBe('smart-ralph')
    expect(document.tasks.map((task) => [task.id, task.container])).toEqual([
      ['1.1', false],
      ['1.2', false],
    ])
    expect(document.findings).toEqual([
      {
        kind: 'indented-task',
        task: 1,
        text: '1.2',
        range: { start: { line: 1, character: 8 }, end: { line: 1, character: 11 } },
      },
    ])
  })

  test('a file whose tasks are headings has none, below openspec/changes too, and says so once', () => {
    const text = '### Task 1.1: A\n- [ ] x\n### Task 1.2: B\n- [ ] y\n### Task 1.3: C\n- [ ] z\n'
    for (const path of ['specs/a/tasks.md', paths.openspec]) {
      const document = parseTasksDocument(text, { path })
      expect(document.tasks).toEqual([])
      expect(document.findings.map((finding) => [finding.kind, finding.text])).toEqual([
        ['heading-tasks', 'Task 1.1: A'],
      ])
    }
  })

  test('numbered sections are no heading tasks', () => {
    expect(ids('## 1. A\n- [ ] x\n## 2. B\n- [ ] y\n## 3. C\n- [ ] z\n', paths.openspec)).toEqual(['-', '-', '-'])
  })

  test('boxes in fences, comments, quotes and frontmatter are none', () => {
    const text = [
      '---',
      'a: |',
      '  - [ ] 9.1 x',
      '---',
      '- [ ] 1.1 A',
      '  ```',
      '  - [ ] 9.2 x',
      '  ```',
      '<!--',
      '- [ ] 9.3 x',
      '-->',
      '> - [ ] 9.4 x',
      '~~~md',
      '- [ ] 9.5 x',
      '~~~',
      '- [ ] 1.2 B',
    ].join('\n')
    expect(ids(text)).toEqual(['1.1', '1.2'])
  })

  test('a star behind the id makes a task optional, as one behind the box does', () => {
    const { tasks } = parseTasksDocument('- [ ] 7.8 (P) A\n- [ ] 7.9* (P) B\n- [x] 7.10* C\n', { path: paths.kiro })
    expect(tasks.map(({ id, title, state, parallel }) => [id, title, state, parallel])).toEqual([
      ['7.8', 'A', 'open', true],
      ['7.9', 'B', 'optional', true],
      ['7.10', 'C', 'done', false],
    ])
  })

  test('a fence left open in a list item ends with the item and is no finding', () => {
    const document = parseTasksDocument('- [ ] 1.1 A\n  ```sh\n  echo\n- [ ] 1.2 B\n')
    expect(document.tasks.map((task) => task.id)).toEqual(['1.1', '1.2'])
    expect(document.findings).toEqual([])
  })

  test('a top-level fence that never closes is told, and the tasks behind it are read', () => {
    const document = parseTasksDocument('- [ ] 1.1 A\n\n```sh\necho\n\n## Next\n\n- [ ] 1.2 B\n')
    expect(document.tasks.map((task) => task.id)).toEqual(['1.1', '1.2'])
    expect(document.headings.map((heading) => heading.text)).toEqual(['Next'])
    expect(document.findings).toEqual([
      {
        kind: 'unclosed-fence',
        task: null,
        text: '```sh',
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } },
      },
    ])
  })

  test('tildes do not close backticks, and a shorter fence does not close a longer one', () => {
    expect(ids('````\n~~~~\n```\n- [ ] 9.1 x\n````\n- [ ] 1.1 A\n')).toEqual(['1.1'])
  })

  test('boxes below <details> are tasks, with or without a blank line', () => {
    expect(ids('<details>\n- [ ] 1.1 A\n\n- [ ] 1.2 B\n</details>\n')).toEqual(['1.1', '1.2'])
  })
})

describe('containers', () => {
  test('a box with boxes inside is one, its children know it', () => {
    const { tasks } = parseTasksDocument('- [ ] 1. A\n  - [ ] 1.1 B\n  - [ ] 1.2 C\n- [ ] 2. D\n', {
      path: paths.agentOs,
    })
    expect(tasks.map((task) => [task.id, task.container, task.parent])).toEqual([
      ['1', true, null],
      ['1.1', false, 0],
      ['1.2', false, 0],
      ['2', false, null],
    ])
  })

  test('a flat list is understood by its numbers, and 1 does not hold 10.1', () => {
    const { tasks } = parseTasksDocument('- [ ] 1. A\n- [ ] 1.1 B\n- [ ] 10.1 C\n', { path: paths.kiro })
    expect(tasks.map((task) => [task.container, task.parent])).toEqual([
      [true, null],
      [false, 0],
      [false, null],
    ])
  })

  test('a heading between does not make a deeper box the child of one above it', () => {
    const { tasks } = parseTasksDocument('- [ ] 1.1 A\n\n## B\n\n  - [ ] 2.1 C\n', { path: paths.kiro })
    expect(tasks.map((task) => task.container)).toEqual([false, false])
  })
})

describe('markers', () => {
  test('[VERIFY] and [SEQUENTIAL] override [P] on their line', () => {
    const { tasks } = parseTasksDocument(
      '- [ ] 1.1 [P] [VERIFY] A\n- [ ] 1.2 [SEQUENTIAL] [P] B\n- [ ] 1.3 [VERIFY:TEST] C\n',
    )
    expect(tasks.map((task) => [task.parallel, task.override, task.verification])).toEqual([
      [false, 'VERIFY', true],
      [false, 'SEQUENTIAL', false],
      [false, null, true],
    ])
  })

  test('look-alikes are labels: priorities, named groups, stories', () => {
    const [task] = parseTasksDocument('- [ ] 1.1 [P1] [P:2.1] [US1] A\n').tasks
    expect(task?.markers).toEqual([])
    expect(task?.labels.map((label) => label.text)).toEqual(['P1', 'P:2.1', 'US1'])
  })

  test.each([
    ['- [ ] T001 [p] A', '[p]'],
    ['- [ ] T001 [ P ] A', '[ P ]'],
    ['- [ ] T001 (P) A', '(P)'],
    ['- [ ] T001 A (P)', '(P)'],
    ['- [ ] T001 [[P]] A', '[[P]]'],
    ['- [ ] T001 [verify] A', '[verify]'],
  ])('%s has a malformed marker, which does not count', (line, text) => {
    const document = parseTasksDocument(`${line}\n`)
    expect(document.tasks.map((task) => task.parallel)).toEqual([false])
    expect(document.findings.map((finding) => [finding.kind, finding.text])).toEqual([['malformed-marker', text]])
  })

  test.each(['- [ ] [P] T006 A', '- [ ] T006 A [P]'])('%s counts, but is misplaced', (line) => {
    const [task] = parseTasksDocument(`${line}\n`).tasks
    expect([task?.id, task?.title, task?.parallel, task?.markers.map((marker) => marker.misplaced)]).toEqual([
      'T006',
      'A',
      true,
      [true],
    ])
  })

  test('fields in italics behind a title are fields, and (P) before them is the marker at its end', () => {
    const text =
      '- [ ] 2.1 Paint (P) _Boundary: Case, my_box_  _Depends: 1.2_\n' +
      '- [ ] 2.2 Glue\n  the lid *Requirements: 3.1, 3.2* (P)\n' +
      '- [ ] 2.3 Keep snake_case: yes_ and _words: open *Done 1.5.: ok*\n' +
      '- [ ] 2.4 Fix it _see: src/a.ts_\n' +
      '- [ ] _Requirements: 1.1_\n'
    const { dialect, tasks } = parseTasksDocument(text)
    expect(dialect).toBe('cc-sdd')
    expect(tasks.map((task) => [task.id, task.title, task.parallel, task.markers[0]?.misplaced])).toEqual([
      ['2.1', 'Paint', true, true],
      ['2.2', 'Glue the lid', true, true],
      ['2.3', 'Keep snake_case: yes_ and _words: open *Done 1.5.: ok*', false, undefined],
      ['2.4', 'Fix it _see: src/a.ts_', false, undefined],
    ])
    expect(tasks.map((task) => task.fields.all.map(({ name, text: value }) => [name, value]))).toEqual([
      [
        ['Boundary', 'Case, my_box'],
        ['Depends', '1.2'],
      ],
      [['Requirements', '3.1, 3.2']],
      [],
      [],
    ])
    expect(tasks[0]?.fields.dependsOn.map((found) => found.text)).toEqual(['1.2'])
    expect(tasks[1]?.fields.requirements).toEqual([
      { text: '3.1', range: { start: { line: 2, character: 25 }, end: { line: 2, character: 28 } } },
      { text: '3.2', range: { start: { line: 2, character: 30 }, end: { line: 2, character: 33 } } },
    ])
  })

  test('(P) counts in cc-sdd, behind the id and at the end of the title', () => {
    const document = parseTasksDocument('- [ ] 1.1 (P) A\n- [ ] 1.2 B (P)\n', { path: paths.kiro })
    expect(document.dialect).toBe('cc-sdd')
    expect(document.tasks.map((task) => [task.title, task.parallel, task.markers[0]?.misplaced])).toEqual([
      ['A', true, false],
      ['B', true, true],
    ])
    expect(document.findings).toEqual([])
  })

  test('[P] in prose is a mention, in code it is nothing', () => {
    const document = parseTasksDocument('- [ ] 2.2 Handle single [P] task\n- [ ] 2.3 Parse `[P]`\n')
    expect(document.tasks.map((task) => task.parallel)).toEqual([false, false])
    expect(document.findings).toEqual([
      {
        kind: 'mention-marker',
        task: 0,
        text: '[P]',
        range: { start: { line: 0, character: 24 }, end: { line: 0, character: 27 } },
      },
    ])
  })
})

describe('malformed boxes', () => {
  test('a glued and a doubled box are read as tasks and told', () => {
    const document = parseTasksDocument('- [x]1.1 A\n- [ ] [ ] 1.2 B\n')
    expect(document.tasks.map((task) => [task.id, task.title, task.state])).toEqual([
      ['1.1', 'A', 'done'],
      ['1.2', 'B', 'open'],
    ])
    expect(document.findings.map((finding) => [finding.kind, finding.task, finding.text])).toEqual([
      ['malformed-checkbox', 0, '[x]'],
      ['malformed-checkbox', 1, '[ ] [ ]'],
    ])
  })

  test('what only means to be a box is no task and is told when an id follows', () => {
    const document = parseTasksDocument('- [] 1.1 A\n-[ ] 1.2 B\n- [✓] 1.3 C\n- [] words\n')
    expect(document.tasks).toEqual([])
    expect(document.findings.map((finding) => [finding.kind, finding.task, finding.text])).toEqual([
      ['malformed-checkbox', null, '- []'],
      ['malformed-checkbox', null, '-[ ]'],
      ['malformed-checkbox', null, '- [✓]'],
    ])
  })
})

test.each([
  ['Validates', (space: string) => `- [ ] 1. A\n  - **Validates:${space}x\n`],
  ['a field in italics', (space: string) => `- [ ] 1. A\n  - _Requirements:${space}x*\n`],
  ['a title behind its marker', (space: string) => `- [ ] 1. A [P]${space}x*\n`],
  ['a field behind a title', (space: string) => `- [ ] 1. A _Depends:${space}x*\n`],
])('no white space in %s keeps the parser busy', (_what, text) => {
  const start = performance.now()
  parseTasksDocument(text(' '.repeat(10_000)))
  expect(performance.now() - start).toBeLessThan(1000)
})

test('brackets at the end of a word, however many, are none of its path', () => {
  const [task] = parseTasksDocument(`- [ ] T001 Write src/a.ts${']'.repeat(30_000)} now\n`).tasks
  expect(task?.fields.files.map(({ path }) => path)).toEqual(['src/a.ts'])
})
