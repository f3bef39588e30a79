import { resolve } from 'node:path'
import { git } from './git'

/** The git repository that holds a spec. Paths are absolute and without symbolic links. */
export interface Repository {
  /** Top of the working tree. */
  readonly root: string
  /** This working tree's own git folder. */
  readonly gitDir: string
  /** The folder that all working trees of the repository share. */
  readonly commonDir: string
}

/** Finds the repository that a folder belongs to; undefined without git, or outside a working tree. */
export async function findRepository(folder: string): Promise<Repository | undefined> {
  const args = ['rev-parse', '--show-toplevel', '--absolute-git-dir', '--git-common-dir']
  const { code, stdout } = await git(args, { cwd: folder, readOnly: true })
  const [root, gitDir, commonDir] = stdout.split('\n')
  if (code !== 0 || !root || !gitDir || !commonDir) return undefined
  return { root, gitDir, commonDir: resolve(folder, commonDir) }
}

/** The commit that HEAD stands for; null before the first one. */
export async function headOf(repository: Repository): Promise<string | null> {
  const { code, stdout } = await git(['rev-parse', '--verify', '--quiet', 'HEAD'], {
    cwd: repository.root,
    readOnly: true,
  })
  return code === 0 ? stdout.trim() : null
}

/** True when git knows under which name and address to commit. */
export async function hasIdentity(repository: Repository): Promise<boolean> {
  for (const variable of ['GIT_AUTHOR_IDENT', 'GIT_COMMITTER_IDENT']) {
    const { code } = await git(['var', variable], { cwd: repository.root, readOnly: true })
    if (code !== 0) return false
  }
  return true
}
