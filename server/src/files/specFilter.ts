import path from 'node:path'
import picomatch from 'picomatch'
import type { Settings } from '#core/settings/settings'

/** Which files are specs, by `parallelTasks.files.include` and `.exclude`. */
export interface SpecFilter {
  /** True for the absolute path of a spec. */
  readonly isSpec: (file: string) => boolean
  /** True for a folder in which no spec can lie, so that it is not looked into. */
  readonly isExcludedFolder: (folder: string) => boolean
}

/** Makes the filter; patterns are relative to the workspace folder that holds the file. */
export function createSpecFilter(files: Settings['files'], workspaceFolders: readonly string[]): SpecFilter {
  const included = picomatch([...files.include], { dot: true })
  const excluded = picomatch([...files.exclude], { dot: true })
  const relative = (file: string): string => relativeTo(workspaceFolders, file)
  return {
    isSpec: (file) => included(relative(file)) && !excluded(relative(file)),
    isExcludedFolder: (folder) => excluded(`${relative(folder)}/x`),
  }
}

function relativeTo(workspaceFolders: readonly string[], file: string): string {
  const inside = workspaceFolders
    .map((folder) => path.relative(folder, file))
    .filter((relative) => relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative))
  const shortest = inside.toSorted((a, b) => a.length - b.length)[0] ?? file
  return shortest.replaceAll('\\', '/').replace(/^(?:[A-Za-z]:)?\//, '')
}
