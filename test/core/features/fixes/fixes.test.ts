import { describe, expect, it } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'
import { fixAll, fixableCodes, fixesFor } from '#core/features/fixes/fixesFor'
import type { FixContext } from '#core/features/fixes/fix'
import { sourceText } from '#core/features/fixes/sourceText'
import type { RalphState } from '#core/generated/state'
import { planGroups } from '#core/plan/groups'
import type { BreakAt } from '#core/plan/plan'
import { checkDocument } from '#core/rules/check'
import type { Problem } from '#core/rules/problem'
import { rules } from '#core/rules/registry'
import type { StateReading } from '#core/rules/rule'
import { defaultSettings } from '#core/settings/settings'
import { applyEdits } from '#core/text/edits'

interface Given {
  readonly breakAt?: BreakAt
  readonly maxSize?: number
  readonly stateText?: string
}

function prepare(
  text: string,
  { breakAt = 'heading', maxSize = 5, stateText }: Given,
): { context: FixContext; problems: readonly Problem[] } {
  const document = parseTasksDocument(text, { path: 'specs/demo/tasks.md' })
  const plan = planGroups(document, breakAt)
  const settings = { ...defaultSettings, groups: { breakAt, maxSize } }
  const state = stateText === undefined ? undefined : readState(stateText)
  const problems = checkDocument(document, { plan, settings, state })
  return { context: { document, plan, breakAt, source: sourceText(text), stateText }, problems }
}

function readState(text: string): StateReading {
  const state: RalphState = JSON.parse(text)
  return { kind: 'valid', state }
}

/** Each fix of the first problem of a code, by title, with the text it makes. */
function fixed(code: string, text: string, given: Given = {}): readonly [title: string, after: string][] {
  const { context, problems } = prepare(text, given)
  const problem = problems.find((candidate) => candidate.code === code)
  if (problem === undefined) throw new Error(`The text has no ${code}.`)
  return fixesFor(context, problem).map((fix) => [
    fix.title,
    applyEdits(fix.file === undefined ? text : (given.stateText ?? ''), fix.edits),
  ])
}

it.each([
  ['malformed-marker', '- [ ] 1.1 [ p ] a', 'Write [P]', '- [ ] 1.1 [P] a'],
  ['misplaced-marker', '- [ ] [P] T006 a', 'Move [P] behind T006', '- [ ] T006 [P] a'],
  ['misplaced-marker', '- [ ] T006 a [P]', 'Move [P] behind T006', '- [ ] T006 [P] a'],
  ['misplaced-marker', '- [ ] **1.1: a [P]**', 'Move [P] behind 1.1', '- [ ] **1.1 [P]: a**'],
  ['misplaced-marker', '- [ ] **1.1** a __b (P)__', 'Move (P) behind 1.1', '- [ ] **1.1** (P) a __b__'],
  ['misplaced-marker', '- [ ] 7.9* a [P]', 'Move [P] behind 7.9', '- [ ] 7.9* [P] a'],
  ['misplaced-marker', '- [ ] *7.9* a [P]', 'Move [P] behind 7.9', '- [ ] *7.9* [P] a'],
  ['misplaced-marker', '- [ ] 7. a [P]', 'Move [P] behind 7', '- [ ] 7. [P] a'],
  ['misplaced-marker', '- [ ] T006 [US1] a  [P]  ', 'Move [P] behind T006', '- [ ] T006 [P] [US1] a'],
  ['misplaced-marker', '- [ ] 2.1 a (P) _Depends: 1.2_', 'Move (P) behind 2.1', '- [ ] 2.1 (P) a _Depends: 1.2_'],
  ['lone-parallel', '- [ ] 1.1 [P] a', 'Remove [P]', '- [ ] 1.1 a'],
  ['parallel-verify', '- [ ] 1.1 [P] Verify it', 'Write [VERIFY] instead of [P]', '- [ ] 1.1 [VERIFY] Verify it'],
  ['malformed-checkbox', '- [x]1.1 a', 'Write `- [x] `', '- [x] 1.1 a'],
  ['malformed-checkbox', '-[ ] 1.1 a', 'Write `- [ ] `', '- [ ] 1.1 a'],
  ['malformed-checkbox', '- [] 1.1 a', 'Write `- [ ] `', '- [ ] 1.1 a'],
  ['malformed-checkbox', '- [ ] [ ] T008 a', 'Write `- [ ] `', '- [ ] T008 a'],
  ['malformed-checkbox', '- [ ] **T016** [ ] a', 'Remove [ ]', '- [ ] **T016** a'],
  ['malformed-checkbox', '- [x] - [x] T016 a', 'Remove - [x]', '- [x] T016 a'],
  ['malformed-checkbox', '- [ ]* [ ] 2.3 a', 'Write `- [ ]* `', '- [ ]* 2.3 a'],
  [
    'duplicate-id',
    '- [ ] 1.1 a\n- [ ] 1.9 b\n- [ ] 1.1 c',
    'Renumber this task to 1.10',
    '- [ ] 1.1 a\n- [ ] 1.9 b\n- [ ] 1.10 c',
  ],
  ['duplicate-id', '- [ ] T007 a\n- [ ] **T007** b', 'Renumber this task to T008', '- [ ] T007 a\n- [ ] **T008** b'],
  [
    'shared-config',
    '- [ ] T001 [P] Change `package.json`',
    'Mark T001 [SEQUENTIAL]',
    '- [ ] T001 [SEQUENTIAL] Change `package.json`',
  ],
  [
    'explicit-dependency',
    '- [ ] T001 [P] a\n- [ ] T002 [P] b (depends on T001)',
    'Mark T002 [SEQUENTIAL], and take [P] off T001',
    '- [ ] T001 a\n- [ ] T002 [SEQUENTIAL] b (depends on T001)',
  ],
])('of %s in %j offers "%s"', (code, text, title, after) => {
  expect(fixed(code, text)).toEqual([[title, after]])
})

it('writes [P] for a whole batch that has a name, and keeps its neighbours out of the group', () => {
  const [one, two] = ['- [ ] T001 [P:1] a\n- [ ] T002 [P:1] b\n', '- [ ] T003 [P:2] c\n- [ ] T004 [P:2] d\n']
  const first = '- [ ] T001 [P] a\n- [ ] T002 [P] b\n'
  expect(fixed('malformed-marker', one + two)).toEqual([['Write [P] for the 2 tasks of [P:1]', first + two]])
  expect(fixed('malformed-marker', first + two)).toEqual([
    ['Write [P] for the 2 tasks of [P:2]', `${first}\n### After T002\n\n- [ ] T003 [P] c\n- [ ] T004 [P] d\n`],
  ])
  expect(fixed('malformed-marker', first + two, { breakAt: 'phase' })).toEqual([])
})

it('offers to take either of two markers away that override each other', () => {
  expect(fixed('marker-override', '- [ ] 1.1 [P] [VERIFY] a')).toEqual([
    ['Remove [P]', '- [ ] 1.1 [VERIFY] a'],
    ['Remove [VERIFY]', '- [ ] 1.1 [P] a'],
  ])
})

describe('file-overlap', () => {
  const text =
    '## Phase 1\n\n- [ ] T001 [P] Make src/a.ts\n- [ ] T002 [P] Make src/b.ts\n- [ ] T003 [P] Make src/a.ts\n'

  it('offers to make the later task sequential, or to split the group before it', () => {
    expect(fixed('file-overlap', text)).toEqual([
      ['Mark T003 [SEQUENTIAL]', text.replace('T003 [P]', 'T003 [SEQUENTIAL]')],
      [
        'Split the group before T003, and take [P] off T003',
        text.replace('- [ ] T003 [P]', '\n### After T002\n\n- [ ] T003'),
      ],
    ])
  })

  it.each(['\n', '\r\n'])('is gone after each of the fixes, with %j at the ends of lines', (eol) => {
    for (const [, after] of fixed('file-overlap', text.replaceAll('\n', eol))) {
      expect(prepare(after, {}).problems.map(({ code }) => code)).not.toContain('file-overlap')
      expect(after.replaceAll(eol, '')).not.toMatch(/[\r\n]/)
    }
  })

  it('offers no split where a heading would not end the group', () => {
    expect(fixed('file-overlap', text, { breakAt: 'phase' }).map(([title]) => title)).toEqual([
      'Mark T003 [SEQUENTIAL]',
    ])
  })
})

it('splits a group that is too large where it has as many tasks as it may have', () => {
  const text = '## P\n\n- [ ] T001 [P] a\n- [ ] T002 [P] b\n- [ ] T003 [P] c\n'
  expect(fixed('group-too-large', text, { maxSize: 2 })).toEqual([
    [
      'Split the group before T003, and take [P] off T003',
      text.replace('- [ ] T003 [P]', '\n### After T002\n\n- [ ] T003'),
    ],
  ])
})

it('renumbers a duplicate with or without what depends on it below', () => {
  const text = '- [ ] T001 a\n- [ ] T001 b\n- [ ] T002 c (depends on T001)\n'
  expect(fixed('duplicate-id', text)).toEqual([
    ['Renumber this task to T003', '- [ ] T001 a\n- [ ] T003 b\n- [ ] T002 c (depends on T001)\n'],
    [
      'Renumber this task to T003, and what depends on it below',
      '- [ ] T001 a\n- [ ] T003 b\n- [ ] T002 c (depends on T003)\n',
    ],
  ])
})

describe('missing-field', () => {
  const others =
    '\n- [ ] 1.2 b\n  - **Do**: x\n  - **Done when**: x\n  - **Verify**: `x`\n- [ ] 1.3 c\n  - **Do**: x\n  - **Done when**: x\n  - **Verify**: `x`\n'

  it('puts the field at its place among the others, indented as they are', () => {
    const text = `- [ ] 1.1 a\n    - **Do**: x\n      - more\n    - **Verify**: \`x\`${others}`
    expect(fixed('missing-field', text)).toEqual([
      [
        'Insert `Done when`',
        text.replace('- more\n', '- more\n    - **Done when**: TODO: what is true when the task is done\n'),
      ],
    ])
  })

  it('puts the first field right below the head of the task', () => {
    const text = `- [ ] 1.1 a${others}`
    expect(fixed('missing-field', text)).toEqual([
      ['Insert `Do`', text.replace('1.1 a\n', '1.1 a\n  - **Do**: TODO: what to do, step by step\n')],
    ])
  })

  it('fills a field that stands there empty', () => {
    const text = `- [ ] 1.1 a\n  - **Do**:\n  - **Done when**: x\n  - **Verify**: \`x\`${others}`
    expect(fixed('missing-field', text)).toEqual([
      ['Insert `Do`', text.replace('**Do**:\n', '**Do**: TODO: what to do, step by step\n')],
    ])
  })
})

it('repairs the numbers of the state file and nothing else of it', () => {
  const stateText =
    '{\n\t"note": "\\"taskIndex\\": 9",\n\t"inner": { "taskIndex": 8 },\n\t"taskIndex": 7, "totalTasks": 1\n}\n'
  expect(fixed('state-mismatch', '- [x] T001 a\n- [ ] T002 b\n- [ ] T003 c\n', { stateText })).toEqual([
    ['Set totalTasks to 3 in .ralph-state.json', stateText.replace('"totalTasks": 1', '"totalTasks": 3')],
  ])
  expect(fixed('state-mismatch', '- [ ] T002 b\n', { stateText })).toEqual([
    ['Set taskIndex to 0 in .ralph-state.json', stateText.replace('"taskIndex": 7', '"taskIndex": 0')],
  ])
})

it('fixes all that is safe at once, and nothing that needs a decision', () => {
  const text = '- [x]T001 [p] a\n- [ ] [P] T002 b in x.ts\n- [ ] T003 c in x.ts [P]\n- [ ] T003 [P] [VERIFY] d\n'
  const { context, problems } = prepare(text, {})
  const fix = fixAll(context, problems)
  const once = applyEdits(text, fix?.edits ?? [])
  expect(once).toBe('- [x] T001 [p] a\n- [ ] T002 [P] b in x.ts\n- [ ] T003 [P] c in x.ts\n- [ ] T003 [P] [VERIFY] d\n')
  const again = prepare(once, {})
  expect(applyEdits(once, fixAll(again.context, again.problems)?.edits ?? [])).toBe(once.replace('[p]', '[P]'))
})

it('has nothing to fix in a document without problems', () => {
  const { context, problems } = prepare('- [ ] T001 a\n', {})
  expect(fixAll(context, problems)).toBeUndefined()
})

it('has fixes for exactly the rules that promise some', () => {
  expect(fixableCodes.toSorted()).toEqual(
    rules
      .filter((rule) => rule.fixes.length > 0)
      .map((rule) => rule.code)
      .toSorted(),
  )
})
