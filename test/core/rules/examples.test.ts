import path from 'node:path'
import { expect, it } from 'vitest'
import { rules } from '#core/rules/registry'
import { checkFixture } from './checkFixture'

const root = path.join(import.meta.dirname, '../../fixtures/rules')
const codesOf = (code: string, name: string): readonly string[] => [
  ...new Set(checkFixture(path.join(root, code, name)).problems.map((problem) => problem.code)),
]

/** `docs/rules.md` shows these fixtures: what raises the rule, and what to write instead. */
it.each(rules.map(({ code }) => code))('shows %s by an example that breaks no other rule', (code) => {
  expect(codesOf(code, 'example.md')).toEqual([code])
  expect(codesOf(code, 'example-miss.md')).toEqual([])
})
