import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { git } from './git'

/** The folders of the submodules of a working tree, relative to its root; empty when it has none. */
export async function submodulesOf(root: string): Promise<readonly string[]> {
  if (!existsSync(join(root, '.gitmodules'))) return []
  const { stdout } = await git(['config', '--file', '.gitmodules', '--null', '--get-regexp', String.raw`\.path$`], {
    cwd: root,
    readOnly: true,
  })
  return stdout.split('\0').flatMap((entry) => entry.split('\n').slice(1))
}

/**
 * The first submodule of a worktree in whose folder something stands; undefined when all are empty, as git makes them.
 * Git itself looks past such a folder: what stands in it would go with the worktree.
 */
export async function filledSubmodule(root: string): Promise<string | undefined> {
  return (await submodulesOf(root)).find((path) => {
    const folder = join(root, path)
    return existsSync(folder) && readdirSync(folder).length > 0
  })
}
