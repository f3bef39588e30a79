import { stat } from 'node:fs/promises'
import path from 'node:path'
import { URI } from 'vscode-uri'
import { definitionsAt, type Definition } from '#core/features/definitions'
import type { Position } from '#core/text/position'
import type { Location } from 'vscode-languageserver/node'
import { siblingUri } from '../siblingUri'
import type { FeatureContext } from './context'

/** Where the thing at a position is defined; files only where they exist. */
export async function definition({ spec }: FeatureContext, position: Position): Promise<Location[]> {
  const { document, surroundings } = spec.analysis
  const found = definitionsAt(document, surroundings, position)
  const locations = await Promise.all(found.map((place) => locate(spec.uri, surroundings.root, place)))
  return locations.flatMap((location) => location ?? [])
}

async function locate(uri: string, root: string | undefined, place: Definition): Promise<Location | undefined> {
  if (place.kind === 'here') return { uri, range: place.range }
  if (place.kind === 'beside') return { uri: siblingUri(uri, place.name), range: place.range }
  const file = await existingFile(root, place.path)
  const start = { line: 0, character: 0 }
  return file === undefined ? undefined : { uri: file, range: { start, end: start } }
}

/** The URI of a file below the root; undefined when it does not exist, is a folder, or lies elsewhere. */
export async function existingFile(root: string | undefined, relative: string): Promise<string | undefined> {
  if (root === undefined) return undefined
  const file = path.resolve(root, relative)
  if (path.relative(root, file).startsWith('..')) return undefined
  try {
    return (await stat(file)).isFile() ? URI.file(file).toString() : undefined
  } catch {
    return undefined
  }
}
