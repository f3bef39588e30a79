import { expect, it } from 'vitest'
import { parseTasksDocument } from '#core/document/parse'
import { planGroups } from '#core/plan/groups'
import { checkDocument } from '#core/rules/check'
import type { CheckContext } from '#core/rules/rule'
import { rules } from '#core/rules/registry'

const text = [
  '# Tasks',
  '',
  '- [ ] T001 [P] Create a in src/a.ts',
  '- [ ] T001 [P] Create b in src/a.ts',
  '- [ ] T003 [P] [VERIFY] Check',
  '',
].join('\n')

function codes(severities: CheckContext['settings']['rules'], path = 'specs/x/tasks.md'): readonly string[] {
  const document = parseTasksDocument(text, { path })
  const settings = { rules: severities, groups: { breakAt: 'heading', maxSize: 5 } } as const
  return checkDocument(document, { plan: planGroups(document, 'heading'), settings }).map(
    ({ code, severity, range }) => `${range.start.line}:${range.start.character} ${severity} ${code}`,
  )
}

it('gives the problems of all rules sorted by place, each with the default severity of its rule', () => {
  expect(codes({})).toEqual(['3:6 error duplicate-id', '3:27 warning file-overlap', '4:11 warning marker-override'])
})

it('takes severities from the settings, and leaves out rules that are off', () => {
  expect(codes({ 'duplicate-id': 'hint', 'file-overlap': 'off' })).toEqual([
    '3:6 hint duplicate-id',
    '4:11 warning marker-override',
  ])
})

it('finds nothing in a template, since nothing in it is meant to be run', () => {
  expect(codes({}, 'templates/tasks.md')).toEqual([])
})

it('finds nothing in an empty text', () => {
  const document = parseTasksDocument('')
  const settings = { rules: {}, groups: { breakAt: 'heading', maxSize: 5 } } as const
  expect(checkDocument(document, { plan: planGroups(document, 'heading'), settings })).toEqual([])
})

it('tells of a path that leaves the workspace through a link, when somebody who can see links says so', () => {
  const document = parseTasksDocument(text, { path: 'specs/x/tasks.md' })
  const settings = {
    rules: { 'duplicate-id': 'off', 'file-overlap': 'off', 'marker-override': 'off' },
    groups: { breakAt: 'heading', maxSize: 5 },
  } as const
  const resolvesOutside = (path: string): boolean => path === 'src/a.ts'
  const problems = checkDocument(document, { plan: planGroups(document, 'heading'), settings, resolvesOutside })
  expect(problems.map(({ code, range, data }) => [code, range.start.line, data?.['link']])).toEqual([
    ['unsafe-path', 2, true],
    ['unsafe-path', 3, true],
  ])
})

it('has a stable kebab-case code, a one-line summary and a reason for each rule, and no code twice', () => {
  expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length)
  for (const rule of rules) {
    expect(rule.code).toMatch(/^[a-z]+(?:-[a-z]+)+$/)
    expect(rule.summary).toMatch(/^[^\n]{10,100}$/)
    expect(rule.reason).toMatch(/\.$/)
  }
})
