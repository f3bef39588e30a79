import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moonAge, month, phaseName } from '../site/moon.mjs'

await test('knows the new moon of 25 December 2000', () => {
  assert.equal(phaseName(moonAge(new Date('2000-12-25T17:22Z'))), 'new moon')
})

await test('knows the full moon of 9 January 2001', () => {
  assert.equal(phaseName(moonAge(new Date('2001-01-09T20:24Z'))), 'full moon')
})

await test('never gives an age beyond a month', () => {
  for (let year = 1900; year < 2100; year++) {
    const age = moonAge(new Date(Date.UTC(year, 5, 15)))
    assert.ok(age >= 0 && age < month)
  }
})
