import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { UserError } from '../userError'
import { decodeFile } from './encoding'
import { hasCode } from './errorCode'

/** Where a spec is. Both absolute. */
export interface SpecPath {
  readonly file: string
  readonly dir: string
}

/** Largest tasks document that is read, in bytes. */
const largest = 32 * 1024 * 1024

/** The names a tasks document has in a spec folder, the usual one first. */
const tasksFileNames = ['tasks.md', 'Tasks.md'] as const

/**
 * Finds the tasks document that an argument names: a spec folder's `tasks.md`, or a Markdown file outright.
 * Throws a `UserError` when there is none.
 */
export async function resolveSpec(argument: string, cwd: string): Promise<SpecPath> {
  const path = resolve(cwd, argument)
  const found = await kindOf(path)
  if (found === 'missing') {
    throw new UserError(`${argument} does not exist. Name a spec folder (one with a tasks.md) or a Markdown file.`)
  }
  if (found === 'other')
    throw new UserError(`${argument} is neither a folder nor a file. Name a spec folder or a Markdown file.`)
  if (found === 'file') return { file: markdown(path, argument), dir: dirname(path) }
  const file = await tasksFileIn(path)
  if (file === undefined) {
    throw new UserError(`${argument} has no tasks.md. Name a folder that has one, or a Markdown file.`)
  }
  return { file, dir: path }
}

/** The tasks document of a folder, or undefined. */
export async function tasksFileIn(folder: string): Promise<string | undefined> {
  for (const name of tasksFileNames) {
    const file = join(folder, name)
    if ((await kindOf(file)) === 'file') return file
  }
  return undefined
}

/**
 * The text of a tasks document: UTF-8, or UTF-16 with a byte order mark. Throws a `UserError` when it cannot be read, is
 * too large, or is no such text.
 */
export async function readTasksText(file: string, shown: string): Promise<string> {
  const bytes = await readBytes(file, shown)
  const decoded = decodeFile(Buffer.from(bytes))
  if (decoded.encoding.startsWith('utf16') && !decoded.text.includes('\0')) return decoded.text
  if (bytes.includes(0))
    throw new UserError(`${shown} is no text file (it has NUL bytes). Name a Markdown file, saved as UTF-8.`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new UserError(`${shown} is not UTF-8 text. Save it as UTF-8 and try again.`)
  }
}

async function readBytes(file: string, shown: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file)
    if (size > largest) {
      const megabytes = Math.round(size / 1024 / 1024)
      throw new UserError(
        `${shown} is too large for a tasks document (${megabytes} MB, the limit is 32 MB). Split it into several specs.`,
      )
    }
    return await readFile(file)
  } catch (error) {
    if (error instanceof UserError) throw error
    const why = hasCode(error, 'EACCES', 'EPERM') ? 'you have no permission to read it' : reasonOf(error)
    throw new UserError(`${shown} cannot be read: ${why}. Make it readable and try again.`)
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | 'missing'> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return 'folder'
    return found.isFile() ? 'file' : 'other'
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return 'missing'
    if (hasCode(error, 'EACCES', 'EPERM'))
      throw new UserError(`${path} cannot be reached: you have no permission. Check the folder's rights.`)
    throw new UserError(`${path} cannot be reached: ${reasonOf(error)}.`)
  }
}

function markdown(path: string, argument: string): string {
  if (/\.(md|markdown|mdx)$/i.test(basename(path))) return path
  throw new UserError(`${argument} is no Markdown file. Name a spec folder, or a file that ends in .md.`)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
