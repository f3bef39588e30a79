import { readdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import picomatch from 'picomatch'
import type { Settings } from '#core/settings/settings'
import { UserError } from '../userError'
import { resolveSpec, tasksFileIn } from './specPath'

/** Folders looked into at most, so that a home folder named by mistake does not take for ever. */
const mostFolders = 20_000

/**
 * The tasks documents that an argument of `lint` names: a spec folder's or a file outright; of any other folder, every
 * spec below it, by the patterns of the settings. Throws a `UserError` when there is none.
 */
export async function findSpecs(argument: string, cwd: string, files: Settings['files']): Promise<readonly string[]> {
  const folder = resolve(cwd, argument)
  const isFolderOfSpecs = (await isFolder(folder)) && (await tasksFileIn(folder)) === undefined
  if (!isFolderOfSpecs) return [(await resolveSpec(argument, cwd)).file]
  const found = await walk(folder, files)
  if (found.length > 0) return found
  throw new UserError(
    `${argument} has no tasks.md, and no folder below it has one. Name a spec folder or a Markdown file.`,
  )
}

async function walk(root: string, files: Settings['files']): Promise<readonly string[]> {
  const included = picomatch([...files.include], { dot: true })
  const excluded = picomatch([...files.exclude], { dot: true })
  const found: string[] = []
  const queue = [root]
  for (let visited = 0; visited < queue.length && visited < mostFolders; visited++) {
    const folder = queue[visited] ?? root
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      const path = join(folder, entry.name)
      const name = relative(root, path).replaceAll('\\', '/')
      if (entry.isDirectory() && !excluded(`${name}/x`)) queue.push(path)
      else if (entry.isFile() && included(name) && !excluded(name)) found.push(path)
    }
  }
  return found.sort()
}

async function isFolder(path: string): Promise<boolean> {
  return readdir(path).then(
    () => true,
    () => false,
  )
}
