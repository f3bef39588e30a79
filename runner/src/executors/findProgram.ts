import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join, resolve } from 'node:path'

/** Where a program is looked for. */
export interface ProgramPlaces {
  /** Folder that a relative path with a slash is taken from. */
  readonly cwd: string
  /** The folder to take it from when it is not there. */
  readonly otherwise?: string
  readonly env: NodeJS.ProcessEnv
}

/**
 * Absolute path of a program: given as a path, or found on PATH (with PATHEXT on Windows).
 * undefined when there is none that may be executed.
 */
export function findProgram(command: string, places: ProgramPlaces): string | undefined {
  const endings = process.platform === 'win32' ? ['', ...pathEndings(places.env)] : ['']
  const folders = isPath(command)
    ? [places.cwd, ...(places.otherwise === undefined ? [] : [places.otherwise])]
    : pathFolders(places.env)
  for (const folder of folders) {
    for (const ending of endings) {
      const path = isAbsolute(command) ? command + ending : resolve(folder, command + ending)
      if (isProgram(path)) return path
    }
  }
  return undefined
}

function isPath(command: string): boolean {
  return isAbsolute(command) || command.includes('/') || (process.platform === 'win32' && command.includes('\\'))
}

function pathFolders(env: NodeJS.ProcessEnv): readonly string[] {
  const path = env['PATH'] ?? env['Path'] ?? ''
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, ''))
}

function pathEndings(env: NodeJS.ProcessEnv): readonly string[] {
  return (env['PATHEXT'] ?? '.EXE;.CMD;.BAT').split(';').map((ending) => ending.toLowerCase())
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
