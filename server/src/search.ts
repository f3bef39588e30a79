import { URI } from 'vscode-uri'
import { findSpecs } from './files/findSpecs'
import type { SpecFilter } from './files/specFilter'
import type { Specs } from './specs'

/** Specs read at the same time. */
const atOnce = 8

/**
 * Brings the store in step with the disk: reads the specs of the workspace folders that are not known yet, and drops
 * closed ones that the settings or the folders no longer cover.
 */
export async function searchWorkspace(specs: Specs, folders: readonly string[], filter: SpecFilter): Promise<void> {
  const found = await findSpecs(folders, filter)
  const wanted = new Set(found)
  for (const spec of specs.all()) {
    if (spec.version === null && !wanted.has(spec.path)) specs.remove(spec.uri)
  }
  const unread = found.filter((file) => specs.uriOf(file) === undefined)
  const next = unread.values()
  const worker = async (): Promise<void> => {
    for (const file of next) await specs.load(URI.file(file).toString())
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
