import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { hasCode } from '../files/errorCode'

/** What will have been written to a working tree by then: path -> content, null where the file will be gone. */
export type Overlay = Map<string, Buffer | null>

/**
 * The bytes of a file, or the target of a link, as it will stand at a path of a working tree. null when there will be
 * none; undefined when something else is in the way: a folder, or a file or link where a folder is needed.
 */
export function standingAt(root: string, path: string, overlay: Overlay): Buffer | null | undefined {
  const above = foldersAbove(path)
  const gone = above.some((folder) => overlay.get(folder) === null)
  if (above.some((folder) => isInTheWay(root, folder, overlay))) return undefined
  if (overlay.has(path)) return overlay.get(path) ?? null
  const stat = gone ? undefined : statOf(join(root, path))
  if (stat === undefined) return null
  if (stat.isSymbolicLink()) return Buffer.from(readlinkSync(join(root, path)))
  if (stat.isDirectory()) return filesBelow(root, path).every((file) => overlay.get(file) === null) ? null : undefined
  return stat.isFile() ? readFileSync(join(root, path)) : undefined
}

/** The mode of a file or link as git writes it, e.g. `100755`; undefined when there is neither. */
export function modeOf(path: string): string | undefined {
  const stat = statOf(path)
  if (stat?.isSymbolicLink() === true) return '120000'
  if (stat?.isFile() !== true) return undefined
  return (stat.mode & 0o100) === 0 ? '100644' : '100755'
}

/** What is written below a link would land elsewhere. */
function isInTheWay(root: string, folder: string, overlay: Overlay): boolean {
  const planned = overlay.get(folder)
  if (planned !== undefined) return planned !== null
  return statOf(join(root, folder))?.isDirectory() === false
}

function foldersAbove(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1)
  return names.map((_, at) => names.slice(0, at + 1).join('/'))
}

function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(root, path) : [path]
  })
}

function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined
    throw error
  }
}
