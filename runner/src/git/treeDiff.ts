import { git, gitBytes } from './git'

/** One path that differs between two commits. A side that is null has no such file. */
export interface DiffEntry {
  readonly path: string
  readonly before: DiffSide | null
  readonly after: DiffSide | null
}

export interface DiffSide {
  readonly mode: string
  readonly blob: string
}

/** Every path that differs between two commits, renames as two entries. */
export async function diffCommits(cwd: string, from: string, to: string): Promise<readonly DiffEntry[]> {
  const { stdout } = await git(['diff', '--raw', '-z', '--no-renames', '--no-abbrev', from, to], {
    cwd,
    readOnly: true,
  })
  const parts = stdout.split('\0')
  const entries: DiffEntry[] = []
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [modeBefore = '', modeAfter = '', blobBefore = '', blobAfter = ''] = (parts[at] ?? '').slice(1).split(' ')
    entries.push({ path: parts[at + 1] ?? '', before: side(modeBefore, blobBefore), after: side(modeAfter, blobAfter) })
  }
  return entries
}

/** A blob as it looks in the working tree (line ends and filters applied); null when there is none. */
export async function blobContent(cwd: string, path: string, side: DiffSide | null): Promise<Buffer | null> {
  if (side === null) return null
  return (await gitBytes(['cat-file', '--filters', `--path=${path}`, side.blob], cwd)) ?? null
}

function side(mode: string, blob: string): DiffSide | null {
  return mode === '000000' ? null : { mode, blob }
}
