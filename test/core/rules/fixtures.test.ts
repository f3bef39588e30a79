import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '#core/rules/registry'
import { checkFixture, textUnder } from './checkFixture'

const root = path.join(import.meta.dirname, '../../fixtures/rules')
const update = process.env['UPDATE_GOLDEN'] === '1'

/**
 * One golden file beside each fixture. `…miss.md` must give nothing, `broken….md` whatever its golden file says,
 * any other at least one problem. `UPDATE_GOLDEN=1 npx vitest run test/core/rules` rewrites the golden files.
 */
describe.each(rules.map((rule) => rule.code))('%s', (code) => {
  const folder = path.join(root, code)
  const fixtures = existsSync(folder)
    ? readdirSync(folder).filter((file) => /^(?!.*\.requirements)[\w-]+\.md$/.test(file))
    : []

  it('has a fixture that it hits, one that it rightly misses, and a broken one', () => {
    expect(fixtures).toContain('hit.md')
    expect(fixtures).toContain('miss.md')
    expect(fixtures).toContain('broken.md')
  })

  it.each(fixtures)('says of %s what its golden file says', (file) => {
    const { document, problems } = checkFixture(path.join(folder, file))
    const found = problems.filter((problem) => problem.code === code)
    if (file.endsWith('miss.md')) expect(found).toEqual([])
    else if (!file.startsWith('broken')) expect(found).not.toEqual([])

    const golden = path.join(folder, file.replace(/\.md$/, '.golden.json'))
    const told = found.map(({ severity, message, range, data, related }) => ({
      at: `${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character}`,
      under: textUnder(document, range),
      severity,
      message,
      data,
      related: related?.map((other) => `${other.range.start.line}:${other.range.start.character} ${other.message}`),
    }))
    const text = `${JSON.stringify(told, null, 2)}\n`
    if (update) writeFileSync(golden, text)
    expect(text).toBe(readFileSync(golden, 'utf8'))
  })
})

it('has no folder of fixtures that belongs to no rule', () => {
  expect(readdirSync(root).toSorted()).toEqual(rules.map((rule) => rule.code).toSorted())
})
