import { expect, it } from 'vitest'
import { mentions } from '#core/rules/mentions'

it.each([
  ['reads `src/a.ts`.', true],
  ['reads ./src/a.ts, then', true],
  ['src/a.ts', true],
  ['src/a.tsx then src/a.ts', true],
  ['see (src/a.ts:12)', true],
  ['ends with src/a.ts.', true],
  ['reads src/a.tsx', false],
  ['reads lib/src/a.ts', false],
  ['reads ../src/a.ts', false],
  ['reads src/a.ts.bak', false],
  ['reads my-src/a.ts', false],
  ['', false],
])('of %j says %j for src/a.ts', (text, expected) => {
  expect(mentions(text, 'src/a.ts')).toBe(expected)
})
