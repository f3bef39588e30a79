import { realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { readRequirements } from '#core/references/requirements'
import type { CheckContext } from '#core/rules/rule'
import { readStateAsFound } from './stateFile'

/** What the rules want to know of the files around a tasks document. Never throws; what is missing is undefined. */
export async function readSurroundings(
  specDir: string,
  root: string,
): Promise<Pick<CheckContext, 'state' | 'definesRequirement' | 'resolvesOutside'>> {
  const text = await readFile(join(specDir, 'requirements.md'), 'utf8').catch(() => undefined)
  const requirements = text === undefined ? undefined : readRequirements(text)
  return {
    state: await readStateAsFound(specDir),
    definesRequirement: requirements === undefined || requirements.all.length === 0 ? undefined : requirements.defines,
    resolvesOutside: linkCheck(root),
  }
}

/** Tells of a relative path whether it leaves the root through a symbolic link, by the deepest part that exists. */
function linkCheck(root: string): (relative: string) => boolean {
  const real = realPath(root) ?? root
  return (relative) => {
    for (let at = resolve(root, relative); ; at = dirname(at)) {
      const target = realPath(at)
      if (target !== undefined) return target !== real && !target.startsWith(real.endsWith(sep) ? real : real + sep)
      if (dirname(at) === at) return false
    }
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path)
  } catch {
    return undefined
  }
}
