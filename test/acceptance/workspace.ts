import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryFolder } from './temporaryFolder'

/** A real folder with a real git repository in it, for one test. */
export interface Workspace {
  readonly root: string
  readonly specDir: string
  readonly file: string
  write(path: string, text: string): void
  read(path: string): string
  git(...args: string[]): string
  /** Commit subjects, oldest first, without the first commit. */
  subjects(): string[]
  /** Paths of one commit, by its subject. */
  filesOf(subject: string): string[]
}

/** Makes `specs/demo/tasks.md` in a new repository with one commit. */
export function makeWorkspace(tasks: string, options: { readonly git?: boolean } = {}): Workspace {
  const root = temporaryFolder('acceptance')
  const specDir = join(root, 'specs', 'demo')
  const file = join(specDir, 'tasks.md')
  mkdirSync(specDir, { recursive: true })
  writeFileSync(file, tasks)
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' })
  if (options.git !== false) {
    git('init', '--quiet', '--initial-branch=main')
    git('config', 'user.name', 'Test')
    git('config', 'user.email', 'test@example.invalid')
    git('config', 'commit.gpgsign', 'false')
    git('add', '.')
    git('commit', '--quiet', '-m', 'first')
  }
  return {
    root,
    specDir,
    file,
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
    git,
    subjects: () => git('log', '--reverse', '--format=%s').trim().split('\n').slice(1),
    filesOf(subject) {
      const line = git('log', '--format=%H %s')
        .split('\n')
        .find((entry) => entry.slice(41) === subject)
      return git('show', '--format=', '--name-only', line?.slice(0, 40) ?? subject)
        .trim()
        .split('\n')
        .sort()
    },
  }
}
