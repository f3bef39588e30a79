import { expect, it, vi } from 'vitest'
import { createSignal } from '../../../client/src/platform/signal'
import type { LanguageServer } from '../../../client/src/specs/languageServer'
import { createLazyServer } from '../../../client/src/specs/lazyServer'

it('starts one server for all, when it is first needed', async () => {
  const { start, lazy } = setUp()
  expect(start).not.toHaveBeenCalled()
  const [one, other] = await Promise.all([lazy.connect(), lazy.connect()])
  expect(one).toBe(other)
  expect(start).toHaveBeenCalledOnce()
  expect(lazy.current()).toBe(one)
})

it('starts another one after it was ended, and ends the first', async () => {
  const { lazy, ended } = setUp()
  const first = await lazy.connect()
  expect(await lazy.end()).toBe(true)
  expect(ended).toEqual([first])
  expect(lazy.current()).toBeUndefined()
  expect(await lazy.connect()).not.toBe(first)
})

it('ends also a server that is still being started, and does not take it for the current one', async () => {
  const { lazy, ended } = setUp()
  const starting = lazy.connect()
  const ending = lazy.end()
  const second = await lazy.connect()
  await ending
  expect(ended).toEqual([await starting])
  expect(lazy.current()).toBe(second)
})

it('starts nothing only to end it, and tries again after a failed start', async () => {
  const { start, lazy } = setUp()
  expect(await lazy.end()).toBe(false)
  expect(start).not.toHaveBeenCalled()
  start.mockRejectedValueOnce(new Error('No.'))
  await expect(lazy.connect()).rejects.toThrow('No.')
  await expect(lazy.connect()).resolves.toBeDefined()
})

function setUp() {
  const ended: LanguageServer[] = []
  const start = vi.fn(async () => {
    const server: LanguageServer = {
      request: () => Promise.reject(new Error('Nothing is asked here.')),
      notify: async () => {},
      onSpecsChanged: createSignal<readonly string[]>().event,
      onRestarted: createSignal<void>().event,
      dispose: () => ended.push(server),
    }
    return server
  })
  return { start, ended, lazy: createLazyServer(start) }
}
