import { expect, test } from 'vitest'
import { readLimit } from '#core/run/output/limit'

const now = new Date('2026-11-22T12:00:00Z')

test.each([
  ['API Error: 429 rate_limit_error', 'rate-limit', null],
  ['Claude AI usage limit reached|1795356000', 'rate-limit', '2026-11-22T14:00:00.000Z'],
  ['Rate limit reached, try again in 20s', 'rate-limit', '2026-11-22T12:00:20.000Z'],
  ['Too many requests. Retry after 5 minutes', 'rate-limit', '2026-11-22T12:05:00.000Z'],
  ['quota exceeded until 2026-11-22T13:00:00Z', 'rate-limit', '2026-11-22T13:00:00.000Z'],
  ['Invalid API key · Please run /login', 'login', null],
])('%s', (message, kind, until) => {
  expect(readLimit(message, now)).toMatchObject({ kind, until })
})

test.each(['Tests failed: 3 of 42', 'error TS2304: Cannot find name', 'exit code 4290', ''])(
  'is no limit: %j',
  (message) => {
    expect(readLimit(message, now)).toBeUndefined()
  },
)
