import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixableCodes, fixesFor } from '#core/features/fixes/fixesFor'
import { sourceText } from '#core/features/fixes/sourceText'
import type { Problem } from '#core/rules/problem'
import { applyEdits } from '#core/text/edits'
import { checkFixture } from '../../rules/checkFixture'

const root = path.join(import.meta.dirname, '../../../fixtures/rules')

/** What some fixes may bring to light: a marker that counts at last, or that counts again, is judged as any other. */
const broughtToLight: Readonly<Record<string, readonly string[]>> = {
  'Write [P]': ['lone-parallel'],
  'Remove [VERIFY]': ['lone-parallel', 'parallel-verify'],
}

/** How often each rule finds something. */
function counted(problems: readonly Problem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

/** Each fix of each problem of a fixture, with the problems before and after it. */
function* applied(code: string, file: string) {
  const before = checkFixture(file)
  const { text } = before.document
  const context = { ...before, source: sourceText(text) }
  for (const problem of before.problems.filter((candidate) => candidate.code === code)) {
    for (const fix of fixesFor(context, problem)) {
      const inState = fix.file !== undefined
      const after = checkFixture(file, {
        text: inState ? text : applyEdits(text, fix.edits),
        stateText: inState ? applyEdits(before.stateText ?? '', fix.edits) : before.stateText,
      })
      yield { fix, problem, before: counted(before.problems), after: counted(after.problems) }
    }
  }
}

describe.each(fixableCodes)('every fix of %s', (code) => {
  const folder = path.join(root, code)
  const files = readdirSync(folder).filter((name) => /^(?!.*\.requirements)(?!broken).*\.md$/.test(name))
  const fixes = files.flatMap((name) => [...applied(code, path.join(folder, name))].map((each) => ({ name, ...each })))

  it('is tried on a fixture', () => {
    expect(fixes.length).toBeGreaterThan(0)
  })

  it.each(fixes.map((each) => [each.name, each.fix.title, each] as const))(
    'in %s, "%s", takes its problem away and brings no new one',
    (_name, title, { before, after }) => {
      const known = broughtToLight[title] ?? []
      expect(after.get(code) ?? 0).toBeLessThan(before.get(code) ?? 0)
      for (const [other, count] of [...after].filter(([found]) => !known.includes(found)))
        expect([other, count]).toEqual([other, Math.min(count, before.get(other) ?? 0)])
    },
  )
})
