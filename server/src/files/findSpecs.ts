import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { SpecFilter } from './specFilter'

/** Bounds of a search, so that a home folder opened by mistake does not keep the server busy for ever. */
const mostFolders = 50_000
const mostSpecs = 5_000

/** Walks the workspace folders breadth first and gives the absolute path of each spec. Links to folders are not followed. */
export async function findSpecs(workspaceFolders: readonly string[], filter: SpecFilter): Promise<readonly string[]> {
  const found = new Set<string>()
  const queue = [...workspaceFolders]
  for (let visited = 0; visited < queue.length && visited < mostFolders && found.size < mostSpecs; visited++) {
    const folder = queue[visited] ?? ''
    for (const entry of await entriesOf(folder)) {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory() && !filter.isExcludedFolder(file)) queue.push(file)
      else if (entry.isFile() && filter.isSpec(file)) found.add(file)
    }
  }
  return [...found]
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await list(folder)
  } catch {
    return []
  }
}

function list(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true })
}
