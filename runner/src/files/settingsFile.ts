import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readSettings } from '#core/settings/read'
import { defaultSettings, type Settings } from '#core/settings/settings'
import { UserError } from '../userError'
import { hasCode } from './errorCode'

/** Settings and the absolute path of the file they came from; null for the defaults. */
export interface LoadedSettings {
  readonly settings: Settings
  readonly path: string | null
}

/**
 * Reads a `--config` file: a JSON object with the names of the editor's settings. Throws a `UserError` with the first
 * thing that is wrong: whoever names a file wants all of it to count.
 */
export async function loadSettings(argument: string | undefined, cwd: string): Promise<LoadedSettings> {
  if (argument === undefined) return { settings: defaultSettings, path: null }
  const path = resolve(cwd, argument)
  const { settings, problems } = readSettings(parse(await read(path, argument), argument))
  const problem = problems[0]
  if (problem !== undefined)
    throw new UserError(`${argument}: ${problem.replace(/; [^;]* is used\.$/, '.')} Correct it and try again.`)
  return { settings, path }
}

async function read(path: string, argument: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) throw new UserError(`The settings file ${argument} does not exist. Check --config.`)
    throw new UserError(`The settings file ${argument} cannot be read. Name a readable UTF-8 JSON file with --config.`)
  }
}

function parse(text: string, argument: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UserError(`The settings file ${argument} is not valid JSON: ${why}. Correct it and try again.`)
  }
}
