import { existsSync } from 'node:fs'
import path from 'node:path'

/** The folder that a spec's paths start from: the git root above it, else the workspace folder, else its own folder. */
export function workRootOf(folder: string, workspaceFolders: readonly string[]): string {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at
    if (path.dirname(at) === at) break
  }
  const above = workspaceFolders.filter((candidate) => folder === candidate || folder.startsWith(candidate + path.sep))
  return above.toSorted((a, b) => b.length - a.length)[0] ?? folder
}
