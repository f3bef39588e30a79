const TEMPLATES = new Set(['templates', 'commands', 'skills', 'agents', 'workflows', 'prompts'])
/** Folders above a spec that still say something of it when the path begins at the root of the machine. */
const NEAR = 3

/** The folders of a path and its file name last; `/`, `\` and URI paths are understood. None for no path. */
export function pathSegments(path: string | undefined): readonly string[] {
  if (path === undefined) return []
  return decoded(path.replace(/^[a-z][a-z0-9+.-]+:\/\/[^/]*/i, ''))
    .split(/[\\/]+/)
    .filter((segment) => segment !== '' && segment !== '.')
}

/**
 * Whether a file is a template for specs, not a spec: it lies below `templates`, `commands` and the like.
 * Of an absolute path only the nearest folders count, for a whole project may live below `~/agents`.
 */
export function isTemplatePath(path: string | undefined): boolean {
  const folders = pathSegments(path).slice(0, -1)
  const absolute = /^(?:[\\/]|[A-Za-z]:[\\/]|[a-z][a-z0-9+.-]+:\/\/)/i.test(path ?? '')
  return (
    folders.includes('node_modules') || (absolute ? folders.slice(-NEAR) : folders).some((name) => TEMPLATES.has(name))
  )
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
