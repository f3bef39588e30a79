import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createIncrementalParser } from '#core/document/incremental'
import { parseTasksDocument } from '#core/document/parse'
import type { Task, TasksDocument } from '#core/document/tasksDocument'
import { planGroups } from '#core/plan/groups'
import { checkDocument } from '#core/rules/check'
import { createChecker } from '#core/rules/checker'
import { defaultSettings, type Settings } from '#core/settings/settings'
import { indexLines, positionAt } from '#core/text/lines'
import { createPlanKeeper } from '../../../server/src/planKeeper'

const parse = (text: string): TasksDocument => parseTasksDocument(text, { path: 'specs/x/tasks.md' })

/** A document whose unchanged tasks are the very objects of another one, as an incremental parser makes it. */
function reuse(next: TasksDocument, before: TasksDocument): TasksDocument {
  const known = new Map(before.tasks.map((task) => [JSON.stringify(task), task]))
  return { ...next, tasks: next.tasks.map((task): Task => known.get(JSON.stringify(task)) ?? task) }
}

const versions = [
  '- [ ] T001 [P] a in a.ts\n- [ ] T002 [P] b in b.ts\n- [ ] T003 [P] Verify c\n- [ ] T004 d in package.json\n',
  '- [ ] T001 [P] a in a.ts\n- [ ] T002 [P] b in a.ts\n- [ ] T003 [P] Verify c\n- [ ] T004 d in package.json\n',
  '- [ ] T001 [P] a in a.ts\n- [ ] T002 b in a.ts\n- [ ] T003 [P] Verify c\n- [ ] T004 d in package.json\n',
  '- [ ] T001 [P] a in a.ts\n\n- [ ] T002 b in a.ts\n- [ ] T003 [P] Verify c\n- [ ] T003 [P] d in package.json\n',
  '- [ ] T001 [P] a in a.ts\n',
  '',
]

it('finds in each version what a fresh check finds, whatever it remembers', () => {
  const check = createChecker()
  let before = parse('')
  for (const text of [...versions, ...versions.toReversed()]) {
    const document = reuse(parse(text), before)
    const context = { plan: planGroups(document, 'heading'), settings: defaultSettings }
    expect(check(document, context)).toEqual(checkDocument(document, context))
    before = document
  }
})

it('checks nothing again that stays the same', () => {
  const check = createChecker()
  const document = parse(versions[0] ?? '')
  const asked: string[] = []
  const resolvesOutside = (path: string): boolean => asked.push(path) < 0
  const context = { plan: planGroups(document, 'heading'), settings: defaultSettings, resolvesOutside }
  check(document, context)
  expect(asked).toEqual(['a.ts', 'b.ts', 'package.json'])
  check(document, context)
  expect(asked).toHaveLength(3)
})

it('forgets what it knows when the settings change', () => {
  const check = createChecker()
  const document = parse(versions[1] ?? '')
  const severities = (settings: Settings): readonly string[] =>
    check(document, { plan: planGroups(document, 'heading'), settings }).map(
      ({ code, severity }) => `${severity} ${code}`,
    )
  expect(severities(defaultSettings)).toEqual(['warning file-overlap', 'warning parallel-verify'])
  expect(severities({ ...defaultSettings, rules: { 'file-overlap': 'error', 'parallel-verify': 'off' } })).toEqual([
    'error file-overlap',
  ])
})

it.each([
  ['T002 [P]', 'T002'],
  ['T002 [P]', 'T002 [P] [VERIFY]'],
  ['- [ ] T001', '- [x] T001'],
  ['T003', 'T002'],
  ['in b.ts', 'in a.ts'],
  ['b in', '(depends on T001) b in'],
  ['(depends on T009)', '(depends on T003)'],
  ['Words', '# Words'],
  ['Words', '- [ ] T008 [P] Words'],
  ['- [ ] T005', '* T005'],
])('finds after %j became %j, and back again, what a fresh check finds', (was, becomes) => {
  const text = `${versions[0]}\nWords in between.\n\n- [ ] T005 [P] e in e.ts\n- [ ] T006 [P] f (depends on T009)\n`
  const parser = createIncrementalParser({ path: 'specs/x/tasks.md' })
  const [check, planOf] = [createChecker(), createPlanKeeper()]
  const compare = (document: TasksDocument, whole: string): void => {
    const fresh = parse(whole)
    const [plan, settings] = [planOf(document, 'heading'), defaultSettings]
    expect(plan).toEqual(planGroups(fresh, 'heading'))
    expect(check(document, { plan, settings })).toEqual(checkDocument(fresh, { plan, settings }))
  }
  const start = text.indexOf(was)
  const lines = indexLines(text)
  const from = positionAt(lines, start)
  const [whileWas, whileBecome] = [was, becomes].map((part) => ({
    start: from,
    end: { ...from, character: from.character + part.length },
  }))
  if (whileWas === undefined || whileBecome === undefined) throw new Error('There are two ranges.')
  compare(parser.update(text), text)
  compare(parser.update([{ range: whileWas, newText: becomes }]), text.replace(was, becomes))
  compare(parser.update([{ range: whileBecome, newText: was }]), text)
})

const pieces = [
  'x',
  ' ',
  '\n',
  '[P] ',
  '- [ ] T00',
  '1',
  '2',
  '# N\n',
  '(depends on T001)',
  ' in a.ts',
  '`',
  '```\n',
  '\n- [x] T002 [P] [VERIFY] c\n',
  '  - **Files**: `b.ts`\n',
  'Verify ',
]

const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 6 }), add: fc.constantFrom('', ...pieces) })

it('equals a fresh check after any sequence of edits, with a parser that keeps what stays the same', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      let text = Array.from({ length: 6 }, (_, n) => `${versions[n % 4]}\nWords in between.\n\n## Part ${n}\n\n`).join(
        '',
      )
      const parser = createIncrementalParser({ path: 'specs/x/tasks.md' })
      const [check, planOf] = [createChecker(), createPlanKeeper()]
      let document = parser.update(text)
      for (const { at, remove, add } of [{ at: 0, remove: 0, add: '' }, ...edits]) {
        const start = at % (text.length + 1)
        const end = Math.min(text.length, start + remove)
        const lines = indexLines(text)
        document = parser.update([
          { range: { start: positionAt(lines, start), end: positionAt(lines, end) }, newText: add },
        ])
        text = text.slice(0, start) + add + text.slice(end)
        const settings = defaultSettings
        const fresh = parse(text)
        const plan = planOf(document, 'heading')
        expect(plan).toEqual(planGroups(fresh, 'heading'))
        expect(check(document, { plan, settings })).toEqual(
          checkDocument(fresh, { plan: planGroups(fresh, 'heading'), settings }),
        )
      }
    }),
    { numRuns: 50 },
  )
})
