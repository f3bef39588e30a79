import { expect, it } from 'vitest'
import { formatDuration, parseDuration } from '#core/settings/duration'

it.each([
  ['90s', 90_000],
  ['60m', 3_600_000],
  ['1h', 3_600_000],
  ['1h30m', 5_400_000],
  ['1.5h', 5_400_000],
  ['500ms', 500],
  [' 2M ', 120_000],
  ['0', 0],
  ['0s', 0],
])('reads %j as %i ms', (text, expected) => {
  expect(parseDuration(text)).toBe(expected)
})

it.each(['', '60', 'm', '-5m', '5 min', '1h x', '1d', 'NaN', '1e3s', '25d', '600h'])('refuses %j', (text) => {
  expect(parseDuration(text)).toBeUndefined()
})

it.each([0, 500, 1500, 90_000, 3_600_000, 5_400_000])(
  'writes %i ms so that it is read back as the same',
  (milliseconds) => {
    expect(parseDuration(formatDuration(milliseconds))).toBe(milliseconds)
  },
)

it('writes durations in their largest whole unit', () => {
  expect([0, 3_600_000, 5_400_000, 90_000, 1500].map(formatDuration)).toEqual(['0', '1h', '90m', '90s', '1500ms'])
})
