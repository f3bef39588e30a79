import { realpath } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Settings } from '#core/settings/settings'
import { findSpecs } from '../files/findSpecs'
import { resolveSpec } from '../files/specPath'
import { UserError } from '../userError'

/** The folders that a client may work in, the first of which relative paths start from. */
export type Roots = readonly [string, ...string[]]

/** The folders of `file:` URIs that a client names as its roots; the fallback when there is none. Links are followed. */
export async function rootsOf(uris: readonly string[], fallback: string): Promise<Roots> {
  const folders = uris.flatMap((uri) => (uri.startsWith('file:') ? [fileURLToPath(uri)] : []))
  const [first, ...rest] = await Promise.all((folders.length === 0 ? [fallback] : folders).map(realPath))
  return [first ?? (await realPath(fallback)), ...rest]
}

/**
 * The tasks document that an agent names; the only one below the roots when it names none.
 * Throws a `UserError` for what is not there, is not clear, or lies outside the roots.
 */
export async function specFile(name: string | undefined, roots: Roots, files: Settings['files']): Promise<string> {
  if (name !== undefined) return namedSpec(name, roots)
  const found = await allSpecs(roots, files)
  const [only, second] = found
  if (only !== undefined && second === undefined) return only
  const names = found.slice(0, 20).map((file) => relative(roots[0], file))
  throw new UserError(
    `There are ${found.length} specs in ${roots[0]}; name one of them: ${names.join(', ')}${found.length > 20 ? ', …' : ''}.`,
  )
}

/** Every tasks document below the roots. Throws a `UserError` when there is none. */
export async function allSpecs(roots: Roots, files: Settings['files']): Promise<readonly string[]> {
  const found: string[] = []
  for (const root of roots) found.push(...(await findSpecs(root, root, files).catch(refusedOnly)))
  const inside: string[] = []
  for (const file of found) if (isInside(await realPath(file), roots)) inside.push(file)
  if (inside.length > 0) return [...new Set(inside)]
  throw new UserError(`There is no spec in ${roots.join(', ')}. Make a folder with a tasks.md first.`)
}

/** Looked for in each root in turn. What lies outside is refused before anything of it is read. */
async function namedSpec(name: string, roots: Roots): Promise<string> {
  let problem: unknown
  for (const root of isAbsolute(name) ? [roots[0]] : roots) {
    const path = await realPath(resolve(root, name))
    if (!isInside(path, roots)) {
      problem ??= new UserError(
        `${name} lies outside of ${roots.join(', ')}. This server works on specs inside only; start it in another folder for others.`,
      )
      continue
    }
    try {
      const { file } = await resolveSpec(name, root)
      if (isInside(await realPath(file), roots)) return file
    } catch (error) {
      problem = error
    }
  }
  throw problem ?? new UserError(`There is no spec ${name} in ${roots.join(', ')}.`)
}

function isInside(path: string, roots: Roots): boolean {
  return roots.some((root) => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep))
}

/** A path with its links followed as far as it exists. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const parent = resolve(path, '..')
    return parent === path ? path : resolve(await realPath(parent), relative(parent, path))
  }
}

function refusedOnly(error: unknown): readonly string[] {
  if (error instanceof UserError) return []
  throw error
}
