import { expect, it } from 'vitest'
import { compareIds, familyOf, sectionOf } from '#core/rules/ids'

it.each([
  ['1.9', '1.10'],
  ['T024', 'T024a'],
  ['T024a', 'T025'],
  ['1.2', '1.2.1'],
  ['1.2.9', '1.3'],
  ['2', '10'],
])('%s stands before %s', (a, b) => {
  expect(compareIds(a, b)).toBeLessThan(0)
  expect(compareIds(b, a)).toBeGreaterThan(0)
  expect(compareIds(a, a)).toBe(0)
})

it('tells families apart by what stands before the first digit', () => {
  expect(['1.2', 'T012', 'VE1', 'G-1.2', 'VF'].map(familyOf)).toEqual(['', 'T', 'VE', 'G-', 'VF'])
})

it.each([
  ['2.1', 2],
  ['12.1.3', 12],
  ['2', undefined],
  ['T2.1', undefined],
  ['.1', undefined],
])('finds the section of %s to be %s', (id, section) => {
  expect(sectionOf(id)).toBe(section)
})
