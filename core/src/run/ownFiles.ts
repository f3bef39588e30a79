import type { FileReference } from '../document/tasksDocument'
import { normalisePath, overlap } from '../plan/paths'

/** What is known when the files of one task's commit are picked. Paths are relative to the root, with slashes. */
export interface OwnFilesFacts {
  /** Every path that differs from HEAD and nobody has committed yet. */
  readonly changed: readonly string[]
  /** The task's Files. */
  readonly files: readonly FileReference[]
  /** Files of the other tasks of the batch. */
  readonly othersFiles: readonly FileReference[]
  /** What its attempts changed while they were alone. */
  readonly changedByItself: ReadonlySet<string>
  /** True for a path that looks different than when the batch began. */
  readonly isNew: (path: string) => boolean
  /** Folder of the spec, '' at the root: a path may be meant from there. */
  readonly specFolder: string
}

/**
 * The changed paths that belong to a task, sorted: those it names; what lies in a folder or pattern it names
 * and was changed since the batch began; and what it changed while it was alone, unless another task names that.
 */
export function ownFiles(facts: OwnFilesFacts): readonly string[] {
  const written = facts.files.filter((file) => file.use !== 'read')
  const named = written.map((file) => meantPath(file.path, facts))
  const others = facts.othersFiles.filter((file) => file.use !== 'read').map((file) => meantPath(file.path, facts))
  return facts.changed
    .filter((path) => {
      if (named.includes(path)) return true
      if (others.includes(path)) return false
      if (!facts.isNew(path)) return false
      if (named.some((name) => overlap(name, path))) return true
      return facts.changedByItself.has(path) && !others.some((name) => overlap(name, path))
    })
    .sort()
}

/** A path is meant from the root; from the spec folder when something changed there and nothing at the root. */
function meantPath(path: string, facts: OwnFilesFacts): string {
  const fromRoot = normalisePath(path)
  if (facts.specFolder === '' || facts.changed.some((changed) => overlap(fromRoot, changed))) return fromRoot
  const fromSpec = normalisePath(`${facts.specFolder}/${path}`)
  return facts.changed.some((changed) => overlap(fromSpec, changed)) ? fromSpec : fromRoot
}
