import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { coalesce } from '../../../client/src/platform/coalesce'
import { createDisposableStore } from '../../../client/src/platform/disposables'
import { serial } from '../../../client/src/platform/serial'

describe('a disposable store', () => {
  it('lets go of everything once, newest first, even when one throws', () => {
    const order: string[] = []
    const store = createDisposableStore()
    for (const name of ['a', 'b', 'c'])
      store.add({
        dispose() {
          order.push(name)
          if (name === 'b') throw new Error('b')
        },
      })
    expect(() => store.dispose()).toThrow('b')
    expect(order).toEqual(['c', 'b', 'a'])
    expect(store.size()).toBe(0)
  })

  it('lets go at once of what comes too late', () => {
    const dispose = vi.fn()
    const store = createDisposableStore()
    store.dispose()
    store.add({ dispose })
    expect(dispose).toHaveBeenCalledOnce()
  })
})

describe('coalesced calls', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('makes one call of a burst', () => {
    const action = vi.fn()
    const calls = coalesce(action, 50)
    calls.request()
    calls.request()
    vi.advanceTimersByTime(49)
    expect(action).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(action).toHaveBeenCalledOnce()
  })

  it('makes no call after it was disposed', () => {
    const action = vi.fn()
    const calls = coalesce(action, 50)
    calls.request()
    calls.dispose()
    vi.advanceTimersByTime(100)
    expect(action).not.toHaveBeenCalled()
  })
})

it('runs a serial action again for requests that came while it ran, once for all of them', async () => {
  const gates: (() => void)[] = []
  let runs = 0
  const runner = serial(async () => {
    runs++
    await new Promise<void>((resolve) => gates.push(resolve))
  })
  const first = runner.request()
  const second = runner.request()
  const third = runner.request()
  expect(runs).toBe(1)
  gates[0]?.()
  await first
  await vi.waitFor(() => expect(runs).toBe(2))
  gates[1]?.()
  await Promise.all([second, third])
  expect(runs).toBe(2)
})
