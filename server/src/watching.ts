import path from 'node:path'
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Connection,
  type FileEvent,
} from 'vscode-languageserver/node'
import { surroundingNames } from './files/surroundings'
import { pathOf, type Specs } from './specs'

/** Asks the client to tell of changed files: specs by the include patterns, and the files that stand beside them. */
export async function watchFiles(connection: Connection, include: readonly string[]): Promise<void> {
  const patterns = [...include, ...surroundingNames.map((name) => `**/${name}`)]
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: patterns.map((globPattern) => ({ globPattern })),
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
