import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Limit } from '#core/run/output/reading'
import { createStartGate } from '../../../runner/src/coordinator/startGate'

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z') }))
afterEach(() => void vi.useRealTimers())

const limit = (until: string | null = null, kind: Limit['kind'] = 'rate-limit'): Limit => ({
  kind,
  message: 'too many',
  until,
})
const forever = new AbortController().signal

function gate(holdMs: readonly number[] = [1000, 5000]) {
  const told: string[] = []
  const made = createStartGate({
    holdMs,
    onHold: (_reason, until) => told.push(`held until ${until.slice(11, 19)}`),
    onRelease: () => told.push('released'),
  })
  const entered: string[] = []
  const enter = (name: string, signal: AbortSignal = forever): void =>
    void made.enter(signal).then((may) => entered.push(`${name} ${may ? 'starts' : 'stays'}`))
  return {
    told,
    entered,
    enter,
    report: (met: Limit | null): void => made.report(met),
    givenUp: (): string | null => made.givenUp(),
  }
}

test('an open gate lets everybody start', async () => {
  const { enter, entered } = gate()
  enter('a')
  enter('b')
  await vi.advanceTimersByTimeAsync(0)
  expect(entered).toEqual(['a starts', 'b starts'])
})

test('after a limit one goes first, and the others follow when it has met none', async () => {
  const { enter, entered, report, told } = gate()
  report(limit())
  enter('a')
  enter('b')
  await vi.advanceTimersByTimeAsync(999)
  expect(entered).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(entered).toEqual(['a starts'])
  report(null)
  await vi.advanceTimersByTimeAsync(0)
  expect(entered).toEqual(['a starts', 'b starts'])
  expect(told).toEqual(['held until 12:00:01', 'released'])
})

test('a limit that tells its end is waited for until then; siblings in the same limit add nothing', async () => {
  const { enter, entered, report, told } = gate()
  report(limit('2026-11-22T12:30:00Z'))
  report(limit('2026-11-22T12:45:00Z'))
  enter('a')
  await vi.advanceTimersByTimeAsync(30 * 60_000 - 1)
  expect(entered).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(entered).toEqual(['a starts'])
  expect(told).toEqual(['held until 12:30:00', 'released'])
})

test('limits in a row wait longer each time, and then it is given up', async () => {
  const { enter, entered, givenUp, report, told } = gate()
  report(limit())
  enter('a')
  await vi.advanceTimersByTimeAsync(1000)
  report(limit())
  enter('b')
  await vi.advanceTimersByTimeAsync(5000)
  report(limit())
  enter('c')
  await vi.advanceTimersByTimeAsync(0)
  expect(entered).toEqual(['a starts', 'b starts', 'c stays'])
  expect(told).toEqual(['held until 12:00:01', 'released', 'held until 12:00:06', 'released'])
  expect(givenUp()).toBe('too many')
})

test('who is cancelled while waiting does not start', async () => {
  const { enter, entered, report } = gate()
  const abort = new AbortController()
  report(limit())
  enter('a', abort.signal)
  abort.abort()
  await vi.advanceTimersByTimeAsync(0)
  expect(entered).toEqual(['a stays'])
})
