import { realpathSync } from 'node:fs'
import path from 'node:path'

/** Paths remembered at most; then all are forgotten and asked for anew. */
const mostRemembered = 100_000

/** What is known of a path: whether there is such a file, and whether it, or the deepest folder that exists, lies outside. */
interface Place {
  readonly exists: boolean
  readonly outside: boolean
}

/**
 * Tells whether a relative path leaves `root` through a symbolic link, by the deepest part of it that exists.
 * Answers are remembered, so that a keystroke does not touch the disk, and what lies in a folder that does not exist
 * is not looked for; make a new check after files changed.
 */
export function createLinkCheck(root: string): (relative: string) => boolean {
  const known = new Map<string, Place>()
  const realRoot = resolved(root)

  const placeOf = (file: string): Place => {
    const folder = path.dirname(file)
    if (file === root) return { exists: realRoot !== undefined, outside: false }
    if (folder === file) return { exists: true, outside: false }
    const remembered = known.get(file)
    if (remembered !== undefined) return remembered
    const around = placeOf(folder)
    const real = around.exists ? resolved(file) : undefined
    const place =
      real === undefined
        ? { exists: false, outside: around.outside }
        : { exists: true, outside: path.relative(realRoot ?? root, real).split(path.sep)[0] === '..' }
    if (known.size >= mostRemembered) known.clear()
    known.set(file, place)
    return place
  }
  return (relative) => placeOf(path.resolve(root, relative)).outside
}

function resolved(file: string): string | undefined {
  try {
    return realpathSync.native(file)
  } catch {
    return undefined
  }
}
