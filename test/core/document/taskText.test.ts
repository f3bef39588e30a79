import { describe, expect, test } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'
import type { Task } from '#core/document/tasksDocument'
import { indexLines, textIn } from '#core/text/lines'

function first(text: string): Task {
  const [task] = parseTasksDocument(text).tasks
  if (task === undefined) throw new Error('no task')
  return task
}

function linesOf(task: Task): readonly [number, number] {
  return [task.range.start.line, task.range.end.line]
}

describe('titles', () => {
  test('a wrapped title is joined with spaces and its range spans the lines', () => {
    const text = '- [ ] 1.1 One\n  two\nthree\n\n  four\n'
    const task = first(text)
    expect(task.title).toBe('One two three')
    expect(textIn(indexLines(text), task.titleRange)).toBe('One\n  two\nthree')
  })

  test('a field or a barrier below ends the title', () => {
    expect(first('- [ ] 1.1 One\n  **Do**: two\n').title).toBe('One')
    expect(first('- [ ] 1.1 One\n  _Requirements: 1.1_\n').title).toBe('One')
    expect(first('- [ ] 1.1 One\n**⟶ Wait, then:**\n').title).toBe('One')
  })

  test('bold around id and title is taken off the title', () => {
    expect(first('- [ ] **1.1 Set it up** now\n').title).toBe('Set it up now')
  })

  test('trailing spaces do not belong to title or range', () => {
    const text = '- [ ] 1.1 One  \n'
    expect(textIn(indexLines(text), first(text).titleRange)).toBe('One')
  })

  test('a task without words has an empty title', () => {
    expect(first('- [ ] 1.1\n')).toMatchObject({ id: '1.1', title: '' })
  })
})

describe('where a task ends', () => {
  test('blank lines, fences, comments and wrapped details belong to it; trailing blank lines do not', () => {
    expect(linesOf(first('- [ ] 1.1 A\n\n  - x\n\n  ```\n\n  y\n  ```\n\n\n## B\n'))).toEqual([0, 7])
  })

  test('a paragraph in the first column behind a blank line does not', () => {
    expect(linesOf(first('- [ ] 1.1 A\n  - x\n\nWords.\n'))).toEqual([0, 1])
  })

  test('fields in the first column do, as bullets and as paragraphs, with what hangs on them', () => {
    expect(linesOf(first('- [ ] 1.1 A\n- **Do**: b\n- **Verify**:\n\n  ```\n  c\n  ```\n- other\n'))).toEqual([0, 6])
    const task = first('- [ ] 1.1 A\n\n**Do**:\n1. b\n2. c\n\n**Files**: `d.ts`\n\nProse.\n')
    expect(linesOf(task)).toEqual([0, 6])
    expect(task.fields.do?.text).toBe('1. b\n2. c')
    expect(task.fields.files.map((file) => file.path)).toEqual(['d.ts'])
  })

  test('a rule, a heading and the next box end it', () => {
    expect(linesOf(first('- [ ] 1.1 A\n- **Do**: b\n---\n- **Files**: c\n'))).toEqual([0, 1])
    expect(linesOf(first('- [ ] 1.1 A\n# B\n'))).toEqual([0, 0])
    expect(linesOf(first('- [ ] 1.1 A\n  - [ ] 1.2 B\n    - c\n'))).toEqual([0, 0])
  })

  test('boxes without an id below a task are its details', () => {
    expect(linesOf(first('- [ ] 1.1 A\n  - [ ] one\n  - [x] two\n'))).toEqual([0, 2])
  })
})

describe('fields', () => {
  test('a nested list is the value of Do, dedented', () => {
    const task = first('- [ ] 1.1 A\n  - **Do**:\n    1. one\n       more\n    2. two\n  - **Done when**: three\n')
    expect(task.fields.do?.text).toBe('1. one\n   more\n2. two')
    expect(task.fields.doneWhen?.text).toBe('three')
  })

  test('a bold word inside the value of a field begins no field of its own', () => {
    const task = first('- [ ] 1.1 A\n  - **Do**: x\n    - **Files**: not this\n  - **Files**: `a.ts`\n')
    expect(task.fields.files.map((file) => file.path)).toEqual(['a.ts'])
    expect(task.fields.all.map((field) => field.name)).toEqual(['Do', 'Files'])
  })

  test('names are read bold with the colon in or out, plain, and in italics', () => {
    const text =
      '- [ ] 1.1 A\n  - **Do:** a\n  - **Done when** : b\n  - Verify: `true`\n  - _Design: c, d_\n  - *Requirements: 1.1*\n  - **Skills**: e\n'
    const { fields } = first(text)
    expect(fields.all.map((field) => [field.name, field.text])).toEqual([
      ['Do', 'a'],
      ['Done when', 'b'],
      ['Verify', '`true`'],
      ['Design', 'c, d'],
      ['Requirements', '1.1'],
      ['Skills', 'e'],
    ])
    expect(fields.design.map((each) => each.text)).toEqual(['c', 'd'])
  })

  test('several italics on one line are several fields, and underscores inside words end none', () => {
    const { fields } = first('- [ ] 1.1 A\n  - _Requirements: FR_1_a, 2_ _Depends: 1.2_\n')
    expect(fields.requirements.map((each) => each.text)).toEqual(['FR_1_a', '2'])
    expect(fields.dependsOn.map((each) => each.text)).toEqual(['1.2'])
  })

  test('ranges of name and value are exact with CRLF and behind an emoji', () => {
    const text = '- [ ] 1.1 😀\r\n  - **Do**: 😀 do it\r\n    now  \r\n'
    const field = first(text).fields.do
    const lines = indexLines(text)
    expect(field === null ? '' : textIn(lines, field.nameRange)).toBe('Do')
    expect(field === null ? '' : textIn(lines, field.range)).toBe('😀 do it\r\n    now')
    expect(field?.text).toBe('😀 do it\nnow')
  })

  test('Run gives the commands for the shell executor', () => {
    const { fields } = first('- [ ] 1.1 A\n  - **Run**: `echo a > a.txt`\n')
    expect(fields.run.map((command) => command.text)).toEqual(['echo a > a.txt'])
  })

  test('code blocks know their language, their field and their code', () => {
    const { fields } = first('- [ ] 1.1 A\n  - **Do**:\n\n    ```bash\n    cd x\n      y\n    ```\n  ~~~\n  z\n  ~~~\n')
    expect(fields.codeBlocks.map(({ language, field, text }) => [language, field, text])).toEqual([
      ['bash', 'do', 'cd x\n  y'],
      [null, null, 'z'],
    ])
  })
})

describe('dependencies', () => {
  test.each([
    ['(depends on T012, T013)', ['T012', 'T013']],
    ['(depends on T012-T015)', ['T012', 'T013', 'T014', 'T015']],
    ['(depends on T012–T013 and T020)', ['T012', 'T013', 'T020']],
    ['depends on 1.2 and 1.3', ['1.2', '1.3']],
    ['depends on 1.2-1.4', ['1.2', '1.3', '1.4']],
    ['(depends on 1.2 - 1.3, T012-T013)', ['1.2', '1.3', 'T012', 'T013']],
    ['depends on 2-3 weeks of work', []],
    ['depends on 1.2-beta', []],
    ['(Depends on: T001)', ['T001']],
    ['blocked by T003', ['T003']],
    ['depends on the weather', []],
    ['does NOT depend on T001', []],
    ['*(markers do **not** depend on T001.)*', []],
    ["it doesn't depend on T001 but depends on T002", ['T002']],
    ['no longer depends on T001', []],
    ['is not blocked by T001', []],
    ['no dependency on T001', []],
    ['has no direct dependencies: T001', []],
    ['without any dependency on 1.2', []],
    ['cannot depend on T001', []],
    ['not routed through the old path (depends on T018)', ['T018']],
    ['the note (depends on T018)', ['T018']],
    ['does nothing. Depends on T018', ['T018']],
    ['_Dependency: タスク3.1、3.2完了後に実施（API型変更後）_', ['3.1', '3.2']],
    ['_Depends:_ 1.1, 1.3', ['1.1', '1.3']],
    ['update what depends on it', []],
    ['(depends on T001-T99999)', ['T001', 'T99999']],
  ])('%s', (words, ids) => {
    expect(first(`- [ ] T100 A ${words}\n`).fields.dependsOn.map((each) => each.text)).toEqual(ids)
  })

  test('they are found in the details, too, but not in code blocks', () => {
    const text = '- [ ] 2.1 A\n  - _Depends: 1.1, 1.2_\n  - **Dependencies**: 1.3\n  ```\n  depends on 9.9\n  ```\n'
    expect(first(text).fields.dependsOn.map((each) => each.text)).toEqual(['1.1', '1.2', '1.3'])
  })
})

test.each([
  ['_Requirements: 1.1, FR-2_', ['1.1', 'FR-2']],
  ['_Requirements:_ 9, 10', ['9', '10']],
  ['_Requirements:_', []],
  ['_Leverage:_ src/a.ts _Requirements: 3_', ['3']],
  ['**Validates: Requirements 1.3, 2.1**', ['1.3', '2.1']],
  ['**Validates:** Requirement FR-2, Requirement 3', ['FR-2', '3']],
  ['_Validates: Requirements 1.3_', ['1.3']],
  ['**Validates: the requirements, as a whole**', ['the requirements', 'as a whole']],
  ['**Property 3: Requirements 1.1 hold**', []],
])('the requirements of %s', (line, requirements) => {
  const task = first(`- [ ] 1.1 A\n  - ${line}\n`)
  expect(task.fields.requirements.map(({ text }) => text)).toEqual(requirements)
})
