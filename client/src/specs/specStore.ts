import type { SpecOutline } from '#core/wire/messages'
import { methods } from '#core/wire/messages'
import type { Disposable } from '../platform/disposables'
import { createDisposableStore } from '../platform/disposables'
import type { Listen } from '../platform/signal'
import { createSignal } from '../platform/signal'
import type { LanguageServer } from './languageServer'

/** What changed: one spec's outline, or which specs there are. */
export type SpecChange = { readonly kind: 'list' } | { readonly kind: 'spec'; readonly uri: string }

/** The specs of the workspace as the server tells them, sorted by URI. Keeps nothing of its own. */
export interface SpecStore extends Disposable {
  all(): readonly SpecOutline[]
  get(uri: string): SpecOutline | undefined
  /** False until the server has answered once. */
  loaded(): boolean
  /** The last time the specs were asked for, the server gave no answer. */
  failed(): boolean
  /** Asks the server for all specs anew. */
  refresh(): Promise<void>
  readonly onDidChange: Listen<SpecChange>
}

/** Makes a store that asks the server, which `connect` starts when it is first needed. */
export function createSpecStore(connect: () => Promise<LanguageServer>, onError: (error: unknown) => void): SpecStore {
  const owned = createDisposableStore()
  const changes = owned.add(createSignal<SpecChange>(onError))
  let specs = new Map<string, SpecOutline>()
  let isLoaded = false
  let hasFailed = false
  let listening: LanguageServer | undefined

  const server = async (): Promise<LanguageServer> => {
    const connected = await connect()
    if (listening !== connected) {
      listening = connected
      owned.add(connected.onSpecsChanged((uris) => void update(connected, uris).catch(onError)))
    }
    return connected
  }
  const ask = async (): Promise<readonly SpecOutline[]> => (await server()).request(methods.specs, {})
  const update = async (from: LanguageServer, uris: readonly string[]): Promise<void> => {
    for (const uri of uris) {
      const outline = await from.request(methods.outline, { uri })
      const known = specs.has(uri)
      if (outline !== null) specs = sorted(new Map(specs).set(uri, outline))
      else if (known) specs.delete(uri)
      if (outline !== null && known) changes.fire({ kind: 'spec', uri })
      else if (outline !== null || known) changes.fire({ kind: 'list' })
    }
  }
  return {
    onDidChange: changes.event,
    all: () => [...specs.values()],
    get: (uri) => specs.get(uri),
    loaded: () => isLoaded,
    failed: () => hasFailed,
    async refresh() {
      const outlines = await ask().catch((error: unknown) => {
        hasFailed = true
        changes.fire({ kind: 'list' })
        throw error
      })
      hasFailed = false
      specs = sorted(new Map(outlines.map((outline) => [outline.uri, outline])))
      isLoaded = true
      changes.fire({ kind: 'list' })
    },
    dispose: () => owned.dispose(),
  }
}

function sorted(specs: ReadonlyMap<string, SpecOutline>): Map<string, SpecOutline> {
  return new Map([...specs].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
