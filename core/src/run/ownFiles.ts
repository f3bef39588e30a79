import type { FileReference } from '../document/tasksDocument'
import { normalisePath, overlap } from '../plan/paths'

/** The paths a task names, and where it may have meant them from. Paths are relative to the root, with slashes. */
export interface NamedPathsFacts {
  readonly files: readonly FileReference[]
  /** Every path that differs from HEAD. */
  readonly changed: ReadonlySet<string>
  /** Folder of the spec, '' at the root. */
  readonly specFolder: string
}

/**
 * The paths, folders and patterns that a task's Files name and that it writes to. One is meant from the root;
 * from the spec's folder when something changed there and nothing at the root.
 */
export function namedPaths(facts: NamedPathsFacts): readonly string[] {
  return facts.files.filter((file) => file.use !== 'read').map((file) => meantPath(file.path, facts))
}

/** What is known when the files of one task's commit are picked. */
export interface OwnFilesFacts {
  /** Every path that differs from HEAD and nobody has committed yet. */
  readonly changed: readonly string[]
  /** What the task names. */
  readonly named: readonly string[]
  /** What the other tasks of the batch name. */
  readonly others: readonly string[]
  /** What its attempts changed while they were alone. */
  readonly changedByItself: ReadonlySet<string>
  /** True for a path that looks different than when the batch began. */
  readonly isNew: (path: string) => boolean
}

/**
 * The changed paths that belong to a task, sorted: those it names; what lies in a folder or pattern it names
 * and was changed since the batch began; and what it changed while it was alone, unless another task names that.
 */
export function ownFiles(facts: OwnFilesFacts): readonly string[] {
  const changed = new Set(facts.changed)
  const named = new Set(facts.named)
  const others = new Set(facts.others)
  const wide = facts.named.filter((name) => !changed.has(name))
  return facts.changed
    .filter((path) => {
      if (named.has(path)) return true
      if (others.has(path)) return false
      const mine = wide.some((name) => overlap(name, path))
      if (mine) return facts.isNew(path)
      return facts.changedByItself.has(path) && facts.isNew(path) && !facts.others.some((name) => overlap(name, path))
    })
    .sort()
}

function meantPath(path: string, facts: NamedPathsFacts): string {
  const fromRoot = normalisePath(path)
  if (facts.specFolder === '' || touches(fromRoot, facts.changed)) return fromRoot
  const fromSpec = normalisePath(`${facts.specFolder}/${path}`)
  return touches(fromSpec, facts.changed) ? fromSpec : fromRoot
}

function touches(name: string, changed: ReadonlySet<string>): boolean {
  return changed.has(name) || [...changed].some((path) => overlap(name, path))
}
