// Temporary workspaces: a fixture folder copied into a git repository of its own.
import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from './serverHost.mjs'

/**
 * @typedef {object} Workspace
 * @property {string} folder absolute path of the repository
 * @property {(path: string) => Promise<string>} read a file's text
 * @property {(...args: string[]) => string} git what a git command prints, trimmed; throws when it fails
 * @property {(section: string, word?: 'go' | 'fail') => Promise<void>} open lets a waiting task of the fixture go on, or fail
 * @property {() => Promise<void>} remove ends a run that is still going on and removes the folder
 */

/**
 * Copies fixtures into a fresh git repository and commits them.
 * @param {string} name name of the folder, which people see in the window
 * @param {readonly string[]} fixtures folders below the project's, laid over one another
 * @param {Readonly<Record<string, unknown>>} [settings] workspace settings
 * @returns {Promise<Workspace>}
 */
export async function createWorkspace(name, fixtures, settings = {}) {
  const parent = await realpath(await mkdtemp(join(tmpdir(), 'parallel-tasks-workspace-')))
  const folder = join(parent, name)
  for (const fixture of fixtures) await cp(join(projectRoot, fixture), folder, { recursive: true })
  await mkdir(join(folder, '.vscode'), { recursive: true })
  await writeFile(join(folder, '.vscode', 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`)
  /** @param {string[]} args */
  const git = (...args) => run('git', args, folder)
  git('init', '--quiet', '--initial-branch=main')
  git('config', 'user.name', 'Test Person')
  git('config', 'user.email', 'test@example.com')
  git('config', 'commit.gpgsign', 'false')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'chore: start')
  return {
    folder,
    git,
    read: (path) => readFile(join(folder, path), 'utf8'),
    open: async (section, word = 'go') => {
      await mkdir(join(folder, '.git', 'gates'), { recursive: true })
      await writeFile(join(folder, '.git', 'gates', `${section}.go`), word)
    },
    remove: async () => {
      await endRuns(folder)
      await rm(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}

/** Ends runs that a failed test may have left behind; there is none otherwise. @param {string} folder */
async function endRuns(folder) {
  const locks = run('find', [folder, '-path', '*/.parallel-tasks/lock'], folder).split('\n').filter(Boolean)
  for (const lock of locks) {
    const spec = join(lock, '..', '..')
    spawnSync(process.execPath, [join(projectRoot, 'dist', 'runner.js'), 'cancel', spec], {
      stdio: 'ignore',
      timeout: 30_000,
    })
  }
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function run(program, args, cwd) {
  const result = spawnSync(program, args, { cwd, encoding: 'utf8' })
  if (result.status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${result.status}: ${result.stderr}`)
  return result.stdout.trim()
}
