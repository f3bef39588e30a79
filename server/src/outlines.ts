import path from 'node:path'
import { outline } from '#core/features/outline'
import { methods, type SpecOutline } from '#core/wire/messages'
import type { Connection } from 'vscode-languageserver/node'
import { settle } from './coalesce'
import type { Spec, Specs } from './specs'
import { onClientRequest, tellSpecsChanged } from './wire'

/** Milliseconds without a change after which outlines are compared: a keystroke need not wait for the tree. */
const quiet = 100

/** In a long plan the comparing itself takes long: the pause is at least so many times what the last one took. */
const costShare = 10

/** The outline of a spec, as the client's tree shows it. */
function outlineOf({ uri, path: file, analysis }: Spec): SpecOutline {
  return outline({ uri, name: path.basename(path.dirname(file)), ...analysis })
}

/** Answers for outlines once the workspace has been searched, and gives the function that hears of changed specs. */
export function offerOutlines(connection: Connection, specs: Specs, searched: Promise<unknown>): (uri: string) => void {
  onClientRequest(connection, methods.specs, async () => {
    await searched
    return specs.all().map(outlineOf)
  })
  onClientRequest(connection, methods.outline, async ({ uri }) => {
    if (specs.get(uri) === undefined) await searched
    const spec = specs.get(uri)
    return spec === undefined ? null : outlineOf(spec)
  })
  const known = new Map<string, string>()
  const suspects = new Set<string>()
  const isNews = (uri: string): boolean => {
    const spec = specs.get(uri)
    const now = spec === undefined ? undefined : JSON.stringify(outlineOf(spec))
    if (known.get(uri) === now) return false
    if (now === undefined) known.delete(uri)
    else known.set(uri, now)
    return true
  }
  let cost = 0
  const compare = (): void => {
    const start = performance.now()
    const uris = [...suspects].filter(isNews).toSorted()
    suspects.clear()
    cost = performance.now() - start
    if (uris.length > 0) tellSpecsChanged(connection, { uris })
  }
  // What changed just now has its diagnostics waiting in the queue of immediates: they go first.
  const tell = settle(
    () => Math.max(quiet, costShare * cost),
    () => setImmediate(compare),
  )
  return (uri) => {
    suspects.add(uri)
    tell.request()
  }
}
