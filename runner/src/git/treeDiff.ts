import { UserError } from '../userError'
import { git, gitBytes } from './git'

/** One path that differs between two commits. A side that is null has no such file. */
export interface DiffEntry {
  readonly path: string
  readonly before: DiffSide | null
  readonly after: DiffSide | null
}

/** What one side has at a path: mode and object id. */
export interface DiffSide {
  readonly mode: string
  readonly blob: string
}

/** Every path that differs between two commits, renames as two entries. Throws `UserError` when git cannot tell. */
export async function diffCommits(cwd: string, from: string, to: string): Promise<readonly DiffEntry[]> {
  const { code, stdout, stderr } = await git(['diff', '--raw', '-z', '--no-renames', '--no-abbrev', from, to], {
    cwd,
    readOnly: true,
  })
  // "Nothing differs" for want of an answer would be taken for a task that did nothing, and its branch would go.
  if (code !== 0)
    throw new UserError(
      `git cannot compare ${from} with ${to} in ${cwd} (${stderr.trim()}); put that right, then resume.`,
    )
  const parts = stdout.split('\0')
  const entries: DiffEntry[] = []
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [modeBefore = '', modeAfter = '', blobBefore = '', blobAfter = ''] = (parts[at] ?? '').slice(1).split(' ')
    entries.push({ path: parts[at + 1] ?? '', before: side(modeBefore, blobBefore), after: side(modeAfter, blobAfter) })
  }
  return entries
}

/**
 * A blob as it looks in the working tree (line ends and filters applied); null for a side without the file.
 * Throws `UserError` when git cannot give it.
 */
export async function blobContent(cwd: string, path: string, side: DiffSide | null): Promise<Buffer | null> {
  if (side === null) return null
  const bytes = await gitBytes(['cat-file', '--filters', `--path=${path}`, side.blob], cwd)
  if (bytes !== undefined) return bytes
  throw new UserError(
    `git cannot give the content of ${path} (blob ${side.blob}) in ${cwd}; put that right, then resume.`,
  )
}

function side(mode: string, blob: string): DiffSide | null {
  return mode === '000000' ? null : { mode, blob }
}
