import { expandBraces } from './braces'
import { segmentsOverlap } from './globOverlap'

/** How paths are compared. */
export interface PathOptions {
  /** The file system does not tell `A.ts` from `a.ts`. */
  readonly caseInsensitive?: boolean
}

/** Folders and a name that do not begin with a dot: most paths, and normal as they stand. */
const plainPath = /^[\w@+-][\w@+.-]*(?:\/[\w@+-][\w@+.-]*)*$/

/**
 * The one spelling of a path: no `./`, no `a/../`, no doubled or trailing slash, `/` for `\`, no quotes around it.
 * `..` at the front stays; the folder itself is `.`.
 */
export function normalisePath(path: string): string {
  if (plainPath.test(path)) return path
  const plain = path
    .trim()
    .replace(/^[`'"]+|[`'"]+$/g, '')
    .trim()
    .normalize('NFC')
    .replaceAll('\\', '/')
  const root = /^(?:[A-Za-z]:)?\/+|^[A-Za-z]:/.exec(plain)?.[0] ?? ''
  const kept: string[] = []
  for (const segment of plain.slice(root.length).split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') kept.push(segment)
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop()
    else if (root === '') kept.push('..')
  }
  const whole = (root.startsWith('//') ? '//' : root.replace(/\/+$/, '/')) + kept.join('/')
  return whole === '' ? '.' : whole
}

/**
 * Whether two paths of Files fields can name the same file: however they are spelled, a glob meets what it
 * matches, a folder what lies in it, a brace set each of its names.
 */
export function overlap(a: string, b: string, options: PathOptions = {}): boolean {
  const left = segmentLists(a, options)
  return segmentLists(b, options).some((right) => left.some((other) => segmentsOverlap(other, right)))
}

function segmentLists(path: string, options: PathOptions): readonly (readonly string[])[] {
  return expandBraces(path).map((name) => {
    const normal = normalisePath(name)
    const folded = options.caseInsensitive === true ? normal.toLowerCase() : normal
    const below = /[\\/]\s*$/.test(name) ? ['**'] : []
    return folded === '.' ? [] : [...folded.split('/'), ...below]
  })
}

/**
 * Whether a path leaves the workspace by its words alone: absolute, from a home folder, on a drive or share, or
 * out through `..`. `baseDepth` says how many folders below the workspace's root the path starts from.
 * Links are another matter, for which the file system must be asked.
 */
export function isUnsafePath(path: string, baseDepth = 0): boolean {
  return expandBraces(path).some((name) => {
    const normal = normalisePath(name)
    if (/^(?:\/|~|[A-Za-z]:|%[A-Za-z]+%|\$\{?[A-Z])/.test(normal) || normal.includes('\0')) return true
    return normal.split('/').filter((segment) => segment === '..').length > baseDepth
  })
}
