import path from 'node:path'
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WatchKind,
  type Connection,
  type FileEvent,
} from 'vscode-languageserver/node'
import { URI } from 'vscode-uri'
import { findSpecs } from './files/findSpecs'
import type { SpecFilter } from './files/specFilter'
import { surroundingNames } from './files/surroundings'
import { pathOf, type Specs } from './specs'

/**
 * Asks the client to tell of changed files: specs by the include patterns, and the files that stand beside them. Editors
 * tell of a folder that is moved or deleted, not of what is in it, so that all that comes and goes has to be heard.
 */
export async function watchFiles(connection: Connection, include: readonly string[]): Promise<void> {
  const patterns = [...include, ...surroundingNames.map((name) => `**/${name}`)]
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      ...patterns.map((globPattern) => ({ globPattern })),
      { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
    ],
  })
}

/** Brings the store in step with one change on disk. */
export async function followFile(
  specs: Specs,
  isSpec: (file: string) => boolean,
  { uri, type }: FileEvent,
): Promise<void> {
  const file = pathOf(uri)
  const known = specs.uriOf(file) ?? uri
  if (isSpec(file)) return type === FileChangeType.Deleted ? specs.remove(known) : specs.load(known)
  if (!surroundingNames.some((name) => name === path.basename(file))) return
  const beside = specs.all().filter((spec) => path.dirname(spec.path) === path.dirname(file))
  await Promise.all(beside.map((spec) => specs.surroundingsChanged(spec.uri)))
}

/** Forgets the closed specs that lay in deleted folders. */
export function forgetBelow(specs: Specs, changes: readonly FileEvent[]): void {
  const gone = new Set(changes.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => pathOf(uri)))
  if (gone.size === 0) return
  for (const spec of specs.all()) if (foldersAbove(spec.path).some((folder) => gone.has(folder))) specs.remove(spec.uri)
}

/** Reads the specs in folders that came as a whole. */
export async function readBelow(specs: Specs, filter: SpecFilter, changes: readonly FileEvent[]): Promise<void> {
  const come = new Set(changes.filter(({ type }) => type === FileChangeType.Created).map(({ uri }) => pathOf(uri)))
  const highest = [...come].filter((file) => !foldersAbove(file).some((folder) => come.has(folder)))
  const found = await findSpecs(
    highest.filter((file) => !filter.isSpec(file) && !filter.isExcludedFolder(file)),
    filter,
  )
  const unread = found.filter((file) => specs.uriOf(file) === undefined)
  await Promise.all(unread.map((file) => specs.load(URI.file(file).toString())))
}

function foldersAbove(file: string): readonly string[] {
  const above = path.dirname(file)
  return above === file ? [] : [above, ...foldersAbove(above)]
}
