import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A real file to be right on. */
export interface CorpusFile {
  readonly dialect: string
  /** Path in its own repository. */
  readonly path: string
  readonly file: string
  readonly text: string
}

const root = join(import.meta.dirname, '..', '..', '..')

/** A folder of real files beside the checkout; most have none. */
export const corpusFolder = join(root, '..', 'shared', 'corpus')
export const hasCorpus = existsSync(join(corpusFolder, 'manifest.tsv'))

/** All files of the corpus or, without one, the project's own fixtures, named `<dialect>.<what>.md`. */
export function corpusFiles(): readonly CorpusFile[] {
  return hasCorpus ? fromManifest() : fromFixtures()
}

function fromManifest(): readonly CorpusFile[] {
  const rows = readFileSync(join(corpusFolder, 'manifest.tsv'), 'utf8').trimEnd().split(/\r?\n/).slice(1)
  return rows.map((row) => {
    const [dialect = '', , , path = '', , , file = ''] = row.split('\t')
    return { dialect, path, file, text: readFileSync(join(corpusFolder, file), 'utf8') }
  })
}

function fromFixtures(): readonly CorpusFile[] {
  const folder = join(root, 'test', 'fixtures', 'documents')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((file) => {
      const dialect = file.split('.')[0] ?? ''
      return { dialect, path: fixturePath(dialect), file, text: readFileSync(join(folder, file), 'utf8') }
    })
}

/** A path at which a file of this dialect would lie. */
export function fixturePath(dialect: string): string {
  if (dialect === 'openspec') return 'openspec/changes/x/tasks.md'
  if (dialect === 'agent-os') return '.agent-os/specs/x/tasks.md'
  if (dialect === 'spec-workflow') return '.spec-workflow/specs/x/tasks.md'
  return dialect === 'kiro' || dialect === 'cc-sdd' ? '.kiro/specs/x/tasks.md' : 'specs/x/tasks.md'
}
