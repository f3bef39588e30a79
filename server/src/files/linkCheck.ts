import { realpathSync } from 'node:fs'
import path from 'node:path'

/** Paths remembered at most; then all are forgotten and asked for anew. */
const mostRemembered = 10_000

/**
 * Tells whether a relative path leaves `root` through a symbolic link, by the deepest part of it that exists.
 * Answers are remembered, so that a keystroke does not touch the disk; make a new check after files changed.
 */
export function createLinkCheck(root: string): (relative: string) => boolean {
  const known = new Map<string, boolean>()
  const realRoot = resolved(root) ?? root
  return (relative) => {
    const remembered = known.get(relative)
    if (remembered !== undefined) return remembered
    if (known.size >= mostRemembered) known.clear()
    const outside = leaves(root, realRoot, path.resolve(root, relative))
    known.set(relative, outside)
    return outside
  }
}

/** What does not exist leads nowhere; only parts of the path below the root can be links out of it. */
function leaves(root: string, realRoot: string, target: string): boolean {
  for (let at = target; at !== root && path.dirname(at) !== at; at = path.dirname(at)) {
    const real = resolved(at)
    if (real !== undefined) return path.relative(realRoot, real).split(path.sep)[0] === '..'
  }
  return false
}

function resolved(file: string): string | undefined {
  try {
    return realpathSync.native(file)
  } catch {
    return undefined
  }
}
