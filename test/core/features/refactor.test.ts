import { describe, expect, it } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'
import { sourceText } from '#core/features/fixes/sourceText'
import type { RefactorContext } from '#core/features/refactor/refactoring'
import { refactorings } from '#core/features/refactor/refactorings'
import { planGroups } from '#core/plan/groups'
import { checkDocument } from '#core/rules/check'
import { defaultSettings } from '#core/settings/settings'
import { applyEdits } from '#core/text/edits'

function contextOf(text: string): RefactorContext {
  const document = parseTasksDocument(text, { path: 'specs/x/tasks.md' })
  return {
    document,
    plan: planGroups(document, 'heading'),
    breakAt: 'heading',
    source: sourceText(text),
    check: (other) => {
      const changed = parseTasksDocument(other, { path: 'specs/x/tasks.md' })
      return checkDocument(changed, { plan: planGroups(changed, 'heading'), settings: defaultSettings })
    },
  }
}

/** What is offered for the lines `from` to `to`: title, and the text it makes or the reason why not. */
function offered(text: string, from: number, to = from): Readonly<Record<string, string>> {
  const selection = { start: { line: from, character: 0 }, end: { line: to, character: 0 } }
  return Object.fromEntries(
    refactorings(contextOf(text), selection).map(({ title, edits, refused }) => [
      title,
      refused ?? applyEdits(text, edits),
    ]),
  )
}

describe('marking a selection [P]', () => {
  it('marks its open tasks', () => {
    expect(offered('- [ ] T001 a in a.ts\n- [ ] **T002** b in b.ts\n- [x] T003 c\n', 0, 2)).toMatchObject({
      'Mark T001 and T002 [P]': '- [ ] T001 [P] a in a.ts\n- [ ] **T002** [P] b in b.ts\n- [x] T003 c\n',
    })
  })

  it('leaves out what the rules object to', () => {
    const text = '- [ ] T001 a in a.ts\n- [ ] T002 b in b.ts\n- [ ] T003 c in a.ts\n'
    expect(Object.keys(offered(text, 0, 2))).toContain('Mark T001 and T002 [P]')
  })

  it('says why when nothing is left', () => {
    const text = '- [ ] T001 a in a.ts\n- [ ] T002 b in a.ts\n'
    expect(offered(text, 0, 1)).toMatchObject({
      'Mark T001 and T002 [P]': 'Tasks T001 and T002 run at the same time and both name a.ts.',
    })
  })

  it('is not offered for a single task', () => {
    expect(Object.keys(offered('- [ ] T001 a\n- [ ] T002 b\n', 0)).filter((title) => title.startsWith('Mark'))).toEqual(
      [],
    )
  })
})

describe('moving a task', () => {
  const text = '- [ ] T001 a\n  - **Do**: x\n\n- [ ] T002 b\n- [ ] T003 c\n\n# Next\n\n- [ ] T004 d'

  it('swaps whole blocks and leaves the lines between where they are', () => {
    const moved = offered(text, 3)
    expect(moved['Move T002 up']).toBe(
      text.replace('- [ ] T001 a\n  - **Do**: x\n\n- [ ] T002 b', '- [ ] T002 b\n\n- [ ] T001 a\n  - **Do**: x'),
    )
    expect(moved['Move T002 down']).toBe(text.replace('- [ ] T002 b\n- [ ] T003 c', '- [ ] T003 c\n- [ ] T002 b'))
  })

  it('never moves over a heading, nor beyond the ends', () => {
    expect(Object.keys(offered(text, 0)).filter((title) => title.startsWith('Move'))).toEqual(['Move T001 down'])
    expect(Object.keys(offered(text, 8)).filter((title) => title.startsWith('Move'))).toEqual([])
  })
})

describe('groups', () => {
  const joined = '## Phase 1\n\n- [ ] T001 [P] a\n- [ ] T002 [P] b\n'
  const split = '## Phase 1\n\n- [ ] T001 [P] a\n\n### After T001\n\n- [ ] T002 [P] b\n'

  it('are split before a task, and joined again', () => {
    expect(offered(joined, 3)['Split the group before T002']).toBe(split)
    expect(offered(split, 6)['Join the groups of T001 and T002']).toBe(joined)
  })

  it('are not joined over words or a phase', () => {
    expect(Object.keys(offered(split.replace('### After T001\n', '### After T001\n\nWait.\n'), 8))).not.toContain(
      'Join the groups of T001 and T002',
    )
    expect(Object.keys(offered(split.replace('### After T001', '## Phase 2'), 6))).not.toContain(
      'Join the groups of T001 and T002',
    )
  })
})
