import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder that a spec's paths start from: the git root above it, else the caller's folder. */
export function workRootOf(specDir: string, cwd: string): string {
  for (let at = specDir; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (dirname(at) === at) return cwd
  }
}
