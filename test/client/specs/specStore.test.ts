import { expect, it, vi } from 'vitest'
import type { ClientRequests, SpecOutline } from '#core/wire/messages'
import { createSignal } from '../../../client/src/platform/signal'
import type { LanguageServer } from '../../../client/src/specs/languageServer'
import type { SpecChange } from '../../../client/src/specs/specStore'
import { createSpecStore } from '../../../client/src/specs/specStore'
import { demoSpec } from '../outlineFixture'

const [a, b] = [
  demoSpec({ uri: 'file:///w/a/tasks.md', name: 'a' }),
  demoSpec({ uri: 'file:///w/b/tasks.md', name: 'b' }),
]

it('asks for nothing until it is told to', async () => {
  const { connect, store } = setUp([a])
  expect(store.loaded()).toBe(false)
  expect(connect).not.toHaveBeenCalled()
  await store.refresh()
  expect(store.all().map((spec) => spec.name)).toEqual(['a'])
  expect(store.loaded()).toBe(true)
})

it('keeps the specs sorted when one comes', async () => {
  const { store, server, changes } = setUp([b])
  await store.refresh()
  server.specs = [a, b]
  server.changed.fire([a.uri])
  await vi.waitFor(() => expect(store.all().map((spec) => spec.name)).toEqual(['a', 'b']))
  expect(changes).toEqual([{ kind: 'list' }, { kind: 'list' }])
})

it('takes over one changed outline', async () => {
  const { store, server, changes } = setUp([a, b])
  await store.refresh()
  server.specs = [a, { ...b, done: 4 }]
  server.changed.fire([b.uri])
  await vi.waitFor(() => expect(store.get(b.uri)?.done).toBe(4))
  expect(changes.at(-1)).toEqual({ kind: 'spec', uri: b.uri })
})

it('forgets a spec that went', async () => {
  const { store, server, changes } = setUp([a, b])
  await store.refresh()
  server.specs = [b]
  server.changed.fire([a.uri])
  await vi.waitFor(() => expect(store.get(a.uri)).toBeUndefined())
  expect(changes.at(-1)).toEqual({ kind: 'list' })
})

it('says that the server gave no answer, until it gives one', async () => {
  const { store, connect, changes } = setUp([a])
  connect.mockRejectedValueOnce(new Error('It cannot be started.'))
  await expect(store.refresh()).rejects.toThrow('It cannot be started.')
  expect([store.failed(), store.loaded(), changes]).toEqual([true, false, [{ kind: 'list' }]])
  await store.refresh()
  expect([store.failed(), store.loaded()]).toEqual([false, true])
})

/** What has been a JSON text has lost its type. */
function asAny(value: unknown) {
  return JSON.parse(JSON.stringify(value))
}

function setUp(specs: readonly SpecOutline[]) {
  const server = { specs, changed: createSignal<readonly string[]>() }
  const connection: LanguageServer = {
    // The table of the wire cannot be narrowed by the method alone, so the answers are typed one by one.
    request: async (_, params) => {
      const answer: ClientRequests[keyof ClientRequests]['result'] =
        'uri' in params ? (server.specs.find(({ uri }) => uri === params.uri) ?? null) : server.specs
      return asAny(answer)
    },
    notify: async () => {},
    onSpecsChanged: server.changed.event,
    onRestarted: createSignal<void>().event,
    dispose: () => {},
  }
  const connect = vi.fn(async () => connection)
  const changes: SpecChange[] = []
  const store = createSpecStore(connect, (error) => {
    throw error
  })
  store.onDidChange((change) => changes.push(change))
  return { connect, store, server, changes }
}
