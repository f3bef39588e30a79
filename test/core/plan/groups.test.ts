import { describe, expect, test } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'
import { planGroups } from '#core/plan/groups'
import { groupOf, type BreakAt } from '#core/plan/plan'

/** The groups as lists of ids, parallel ones joined by `+`. */
function groups(text: string, breakAt: BreakAt = 'heading', path?: string): readonly string[] {
  const document = parseTasksDocument(text, path === undefined ? {} : { path })
  return planGroups(document, breakAt).groups.map((group) =>
    group.taskIndices.map((index) => document.tasks[index]?.id).join(group.isParallel ? '+' : ','),
  )
}

describe('groups', () => {
  test('neighbours with [P] are one group; a lone [P] and every other task stand alone', () => {
    expect(groups('- [ ] 1.1 [P] a\n- [x] 1.2 [P] b\n- [ ] 1.3 c\n- [ ] 1.4 [P] d\n')).toEqual([
      '1.1+1.2',
      '1.3',
      '1.4',
    ])
  })

  test('a task that verifies, or must be alone, breaks the run even with [P]', () => {
    const text =
      '- [ ] 1.1 [P] a\n- [ ] 1.2 [P] [VERIFY] b\n- [ ] 1.3 [P] c\n- [ ] 1.4 [SEQUENTIAL] [P] d\n- [ ] 1.5 [P] e\n'
    expect(groups(text)).toEqual(['1.1', '1.2', '1.3', '1.4', '1.5'])
  })

  test.each([
    ['a blank line', '\n\n'],
    ['details', '  - **Do**: x\n\n  more\n'],
    ['fields in the first column', '- **Do**: x\n- **Verify**: y\n'],
    ['a fence', '\n```\n# no heading\n```\n'],
    ['a comment', '\n<!-- ## no heading -->\n'],
    ['a table', '\n| a | b |\n|---|---|\n'],
    ['a rule', '\n---\n\n'],
    ['prose', '\nWords in between.\n\n'],
    ['a quote', '\n> # no heading\n\n'],
    ['a heading in a list item', '  ### no heading\n'],
    ['a wrapped title', '  and on\n'],
  ])('%s ends no group', (_, between) => {
    expect(groups(`- [ ] 1.1 [P] a\n${between}- [ ] 1.2 [P] b\n`)).toEqual(['1.1+1.2'])
  })

  test('a heading ends a group, as does a phase, as the setting says', () => {
    const text =
      '# T\n- [ ] 1.1 [P] a\n### Sub\n- [ ] 1.2 [P] b\n## Phase\n- [ ] 1.3 [P] c\n\nUnder\n-----\n- [ ] 1.4 [P] d\n'
    expect(groups(text, 'heading')).toEqual(['1.1', '1.2', '1.3', '1.4'])
    expect(groups(text, 'phase')).toEqual(['1.1+1.2', '1.3', '1.4'])
    expect(groups(text, 'never')).toEqual(['1.1+1.2+1.3+1.4'])
  })

  test('a bold line that tells to wait ends a group in sdd-companion, always', () => {
    const text = '- [ ] **T001** [P] a\n  - **Do**: x\n\n**⟶ Wait, then:**\n\n- [ ] **T002** [P] b\n'
    expect(groups(text, 'never')).toEqual(['T001', 'T002'])
    expect(groups(text.replace('⟶ Wait, then:', 'Note'), 'never')).toEqual(['T001+T002'])
  })

  test('a container ends a group and stands alone', () => {
    const text = '- [ ] 1. a\n- [ ] 1.1 (P) b\n- [ ] 1.2 (P) c\n- [ ] 2. (P) d\n- [ ] 2.1 (P) e\n- [ ] 2.2 (P) f\n'
    expect(groups(text, 'heading', '.kiro/specs/x/tasks.md')).toEqual(['1', '1.1+1.2', '2', '2.1+2.2'])
  })

  test('every task stands in exactly one group', () => {
    const document = parseTasksDocument('- [ ] 1.1 [P] a\n- [ ] 1.1 [P] a\n- [ ] 1.1 a\n')
    const plan = planGroups(document, 'heading')
    expect(plan.groups.flatMap((group) => group.taskIndices)).toEqual([0, 1, 2])
    expect(groupOf(plan, 1)).toEqual({ startIndex: 0, endIndex: 1, taskIndices: [0, 1], isParallel: true })
    expect(groupOf(plan, 3)).toBeUndefined()
  })

  test('a template has no plan unless it is opened on purpose', () => {
    const text = '- [ ] 1.1 [P] a\n'
    const path = 'templates/tasks.md'
    expect(planGroups(parseTasksDocument(text, { path }), 'heading').groups).toEqual([])
    expect(planGroups(parseTasksDocument(text, { path, openedOnPurpose: true }), 'heading').groups).toHaveLength(1)
  })
})

describe('waves', () => {
  const waves = (...tasks: readonly (readonly string[])[]): string =>
    `\n\`\`\`json\n${JSON.stringify({ waves: tasks.map((each, id) => ({ id, tasks: each })) })}\n\`\`\`\n`
  const tasks = '- [ ] 1. a\n  - [ ] 1.1 b\n  - [ ] 1.2 c\n- [ ] 2. d\n  - [ ] 2.1 e\n  - [ ] 2.2 f\n'
  const path = '.kiro/specs/x/tasks.md'

  test('are the plan, in their own order, containers before what they hold', () => {
    expect(groups(tasks + waves(['1.1', '2.1'], ['1.2'], ['2.2']), 'heading', path)).toEqual([
      '1',
      '2',
      '1.1+2.1',
      '1.2',
      '2.2',
    ])
  })

  test('name leaves only; unknown ids, containers and repeats are passed over', () => {
    expect(groups(tasks + waves(['1', '1.1', '1.2', '9.9'], ['1.1']), 'heading', path)).toEqual([
      '1',
      '1.1+1.2',
      '2',
      '2.1',
      '2.2',
    ])
  })

  test('that name nothing of the document are no plan', () => {
    expect(groups(tasks + waves(['9.9'], []), 'heading', path)).toEqual(['1', '1.1', '1.2', '2', '2.1', '2.2'])
  })

  test('span neighbours that are none: start and end are the least and greatest index', () => {
    const document = parseTasksDocument(tasks + waves(['1.1', '2.2'], ['1.2', '2.1']), { path })
    const parallel = planGroups(document, 'heading').groups.filter((group) => group.isParallel)
    expect(parallel).toEqual([
      { startIndex: 1, endIndex: 5, taskIndices: [1, 5], isParallel: true },
      { startIndex: 2, endIndex: 4, taskIndices: [2, 4], isParallel: true },
    ])
    expect(groupOf({ groups: parallel }, 2)?.startIndex).toBe(2)
  })
})
