import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { coalesce, settle } from '../../server/src/coalesce'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('makes one call of many requests, some time after the first of them', () => {
  const action = vi.fn()
  const { request } = coalesce(100, action)
  request()
  vi.advanceTimersByTime(60)
  request()
  vi.advanceTimersByTime(39)
  expect(action).toHaveBeenCalledTimes(0)
  vi.advanceTimersByTime(1)
  expect(action).toHaveBeenCalledTimes(1)
  request()
  vi.advanceTimersByTime(100)
  expect(action).toHaveBeenCalledTimes(2)
})

it('waits until nobody has asked for a while', () => {
  const action = vi.fn()
  const { request } = settle(() => 100, action)
  for (let count = 0; count < 5; count++) {
    request()
    vi.advanceTimersByTime(99)
  }
  expect(action).toHaveBeenCalledTimes(0)
  vi.advanceTimersByTime(1)
  expect(action).toHaveBeenCalledTimes(1)
})

it('does not wait for ever', () => {
  const action = vi.fn()
  const { request } = settle(() => 100, action)
  for (let count = 0; count < 41; count++) {
    request()
    vi.advanceTimersByTime(50)
  }
  expect(action).toHaveBeenCalledTimes(1)
})

it.each([
  ['coalesce', (action: () => void) => coalesce(100, action)],
  ['settle', (action: () => void) => settle(() => 100, action)],
] as const)('forgets a call that is cancelled: %s', (_, delayed) => {
  const action = vi.fn()
  const { request, cancel } = delayed(action)
  request()
  cancel()
  vi.advanceTimersByTime(1000)
  expect(action).toHaveBeenCalledTimes(0)
})

it('asks at each request how long the pause is to be', () => {
  const action = vi.fn()
  let quiet = 100
  const { request } = settle(() => quiet, action)
  request()
  vi.advanceTimersByTime(100)
  expect(action).toHaveBeenCalledTimes(1)
  quiet = 500
  request()
  vi.advanceTimersByTime(499)
  expect(action).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  expect(action).toHaveBeenCalledTimes(2)
})
