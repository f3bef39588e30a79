import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { tryLock } from '../../../runner/src/files/lock'
import { describeOwner } from '../../../runner/src/git/repositoryLock'
import { drive } from '../../acceptance/drive'
import { makeWorkspace, type Workspace } from '../../acceptance/workspace'

interface TaskText {
  readonly run: string
  readonly files?: string
  readonly commit?: string
}

/** A document of tasks, one after the other or side by side. */
function tasksText(marker: '' | '[P] ', ...tasks: readonly TaskText[]): string {
  const items = tasks.map(
    ({ run, files, commit }, at) =>
      `- [ ] 1.${at + 1} ${marker}Task ${at + 1}\n  - **Run**: \`${run}\`\n${files === undefined ? '' : `  - **Files**: ${files}\n`}${commit === undefined ? '' : `  - **Commit**: ${commit}\n`}`,
  )
  return `# Tasks\n\n${items.join('\n')}`
}

const docs = ['specs/demo/tasks.md']

test('what the user had staged and changed stays out of the commits, and staged', async () => {
  const workspace = makeWorkspace(tasksText('', { run: 'echo a > a.txt', files: '`a.txt`', commit: '`feat: a`' }))
  workspace.write('mine.txt', 'staged')
  workspace.git('add', 'mine.txt')
  workspace.write('draft.txt', 'unstaged')
  expect((await drive(workspace)).exitCode).toBe(0)
  expect(workspace.filesOf('feat: a')).toEqual(['a.txt', ...docs])
  expect(workspace.git('diff', '--cached', '--name-only').trim()).toBe('mine.txt')
})

test('an attempt that is alone commits what it changed besides its Files; deletions, folders and patterns count', async () => {
  const workspace = makeWorkspace(
    tasksText(
      '',
      {
        run: 'mkdir -p src/x; echo 1 > src/x/a.ts; echo 2 > src/b.css; echo 3 > other.txt',
        files: '`src/**/*.ts`',
        commit: '`feat: one`',
      },
      { run: 'rm other.txt; echo 4 > src/new.txt', files: '`src/`, `other.txt` (delete)', commit: '`feat: two`' },
    ),
  )
  await drive(workspace, { selection: { kind: 'all' } })
  expect(workspace.filesOf('feat: one')).toEqual(['other.txt', ...docs, 'src/b.css', 'src/x/a.ts'])
  expect(workspace.filesOf('feat: two')).toEqual(['other.txt', ...docs, 'src/new.txt'])
})

test('side by side nobody takes another task’s file, and what nobody names is told and left', async () => {
  const workspace = makeWorkspace(
    tasksText(
      '[P] ',
      { run: 'echo 1 > src.txt; echo 1 > stray.txt', files: '`src.txt`', commit: '`feat: one`' },
      { run: 'mkdir -p lib; echo 2 > lib/b.txt', files: '`lib/`', commit: '`feat: two`' },
    ),
  )
  workspace.write('lib/before.txt', 'of the user')
  const result = await drive(workspace)
  expect(workspace.filesOf('feat: one')).toEqual(['src.txt'])
  expect(workspace.filesOf('feat: two')).toEqual(['lib/b.txt', ...docs])
  expect(result.state?.warnings.find((warning) => warning.code === 'unclaimed-changes')?.message).toContain('stray.txt')
})

test('a file that became a folder, and a folder that became a file, are committed', async () => {
  const workspace = makeWorkspace(
    tasksText('', {
      run: 'rm one && mkdir one && echo a > one/in.txt && rm -r two && echo b > two',
      files: '`one`, `two`',
      commit: '`feat: a`',
    }),
  )
  workspace.write('one', 'a file')
  workspace.write('two/x.txt', 'x')
  workspace.git('add', '.')
  workspace.git('commit', '--quiet', '-m', 'set up')
  expect((await drive(workspace)).exitCode).toBe(0)
  expect(workspace.filesOf('feat: a')).toEqual(['one', 'one/in.txt', 'specs/demo/tasks.md', 'two', 'two/x.txt'])
})

test('None means no commit, "only if fixes needed" none without changes, and no field a sensible message', async () => {
  const workspace = makeWorkspace(
    tasksText(
      '[P] ',
      { run: 'echo a > a.txt', files: '`a.txt`', commit: 'None' },
      { run: 'true', files: '`b.txt`', commit: '`chore: check` (only if fixes needed)' },
      { run: 'echo c > c.txt', files: '`c.txt`' },
    ),
  )
  const result = await drive(workspace)
  expect(workspace.subjects()).toEqual(['chore(demo): 1.3 Task 3'])
  expect([0, 1, 2].map((index) => result.state?.tasks.get(index)?.commitSkipped)).toEqual([
    'The task asks for no commit.',
    'Nothing was changed.',
    null,
  ])
})

test('tasks.md goes into the last commit although the last task makes none', async () => {
  const workspace = makeWorkspace(
    tasksText(
      '[P] ',
      { run: 'echo a > a.txt', files: '`a.txt`', commit: '`feat: a`' },
      { run: 'true', commit: 'None' },
    ),
  )
  await drive(workspace)
  expect(workspace.filesOf('feat: a')).toEqual(['a.txt', ...docs])
})

test('the state file, progress files and locks are never committed, even when a task names them', async () => {
  const workspace = makeWorkspace(
    tasksText('', {
      run: 'echo a > a.txt',
      files: '`specs/demo/`, `a.txt`, `specs/demo/.ralph-state.json`',
      commit: '`feat: a`',
    }),
  )
  await drive(workspace)
  expect(workspace.filesOf('feat: a')).toEqual(['a.txt', ...docs])
})

function hook(workspace: Workspace, script: string): void {
  const path = join(workspace.root, '.git', 'hooks', 'pre-commit')
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
}

test('a hook that refuses makes the task fail: its box is open again, its sibling is committed, retry puts it right', async () => {
  const workspace = makeWorkspace(
    tasksText(
      '[P] ',
      { run: 'echo bad > a.txt', files: '`a.txt`', commit: '`feat: a`' },
      { run: 'echo b > b.txt', files: '`b.txt`', commit: '`feat: b`' },
    ),
  )
  hook(
    workspace,
    'if git diff --cached --name-only | grep -q a.txt && [ ! -e .git/allowed ]; then echo "lint: a.txt is bad"; exit 1; fi',
  )
  const result = await drive(workspace)
  expect(result.exitCode).toBe(1)
  expect(result.state?.tasks.get(0)).toMatchObject({ status: 'failed', ticked: false })
  expect(result.state?.tasks.get(0)?.attempts.at(-1)).toMatchObject({
    cause: 'commit-failed',
    reason: expect.stringContaining('lint: a.txt is bad'),
  })
  expect(workspace.read('specs/demo/tasks.md').match(/^- \[.\]/gm)).toEqual(['- [ ]', '- [x]'])
  expect(workspace.subjects()).toEqual(['feat: b'])
  expect(workspace.git('diff', '--cached', '--name-only')).toBe('')

  writeFileSync(join(workspace.root, '.git', 'allowed'), '')
  expect((await drive(workspace, { mode: 'retry' })).exitCode).toBe(0)
  expect(workspace.subjects()).toEqual(['feat: b', 'feat: a'])
  expect(workspace.filesOf('feat: a')).toEqual(['a.txt', ...docs])
})

test('a working tree that is not clean is told of, and what is there stays out', async () => {
  const workspace = makeWorkspace(tasksText('', { run: 'echo a > a.txt', files: '`a.txt`', commit: '`feat: a`' }))
  workspace.write('one.txt', '1')
  workspace.write('two.txt', '2')
  const result = await drive(workspace)
  expect(result.state?.warnings).toMatchObject([
    { code: 'dirty-tree', message: expect.stringMatching(/^2 changed paths were there before the run/) },
  ])
  expect(workspace.filesOf('feat: a')).toEqual(['a.txt', ...docs])
})

test('commits wait for another run of the repository that is committing', async () => {
  const workspace = makeWorkspace(tasksText('', { run: 'echo a > a.txt', files: '`a.txt`', commit: '`feat: a`' }))
  const path = join(workspace.root, '.git', 'parallel-tasks', 'lock')
  const order: string[] = []
  const result = await drive(workspace, {
    onEvent: (event) => {
      if (event.kind === 'taskCommitted') order.push('committed')
      if (event.kind === 'attemptEnded') {
        mkdirSync(dirname(path), { recursive: true })
        const other = tryLock(path, describeOwner('other', null))
        setTimeout(() => {
          order.push('given back')
          if (other.kind === 'taken') other.lock.release()
        }, 400)
      }
    },
  })
  expect(result.exitCode).toBe(0)
  expect(order).toEqual(['given back', 'committed'])
  expect(workspace.subjects()).toEqual(['feat: a'])
})

test('a locked index is waited for', async () => {
  const workspace = makeWorkspace(tasksText('', { run: 'echo a > a.txt', files: '`a.txt`', commit: '`feat: a`' }))
  const lock = join(workspace.root, '.git', 'index.lock')
  const result = await drive(workspace, {
    onEvent: (event) => {
      if (event.kind === 'attemptEnded') writeFileSync(lock, '')
      if (event.kind === 'taskTicked') setTimeout(() => rmSync(lock), 300)
    },
  })
  expect(result.exitCode).toBe(0)
  expect(existsSync(lock)).toBe(false)
  expect(workspace.subjects()).toEqual(['feat: a'])
})

/** A file that two branches made differently, as a stash or a merge that was given up leaves it. */
function conflict(workspace: Workspace): void {
  const blob = (text: string): string => {
    workspace.write('mine.txt', text)
    return workspace.git('hash-object', '-w', 'mine.txt').trim()
  }
  const lines = [1, 2, 3].map((stage) => `100644 ${blob(`stage ${stage}`)} ${stage}\tmine.txt\n`)
  execFileSync('git', ['update-index', '--index-info'], { cwd: workspace.root, input: lines.join('') })
}

test.each([
  ['a detached HEAD', (workspace: Workspace) => workspace.git('checkout', '--quiet', '--detach'), /detached HEAD/],
  [
    'a merge',
    (workspace: Workspace) => workspace.write('.git/MERGE_HEAD', workspace.git('rev-parse', 'HEAD')),
    /middle of a merge/,
  ],
  ['a rebase', (workspace: Workspace) => workspace.write('.git/rebase-merge/x', ''), /middle of a rebase/],
  ['a cherry-pick', (workspace: Workspace) => workspace.write('.git/CHERRY_PICK_HEAD', 'x'), /middle of a cherry-pick/],
  ['a conflict', (workspace: Workspace) => conflict(workspace), /mine\.txt has merge conflicts/],
])('%s is refused before anything starts, and --commit off runs all the same', async (_what, prepare, message) => {
  const workspace = makeWorkspace(tasksText('', { run: 'echo a > a.txt', commit: '`feat: a`' }))
  prepare(workspace)
  await expect(drive(workspace)).rejects.toThrow(message)
  expect(existsSync(join(workspace.specDir, '.parallel-tasks'))).toBe(false)
  expect((await drive(workspace, { options: { commit: false } })).exitCode).toBe(0)
})

test('without a repository the run works and says that there are no commits', async () => {
  const workspace = makeWorkspace(tasksText('', { run: 'echo a > a.txt', commit: '`feat: a`' }), { git: false })
  const result = await drive(workspace)
  expect(result.exitCode).toBe(0)
  expect(result.state?.warnings.map((warning) => warning.code)).toEqual(['no-repository'])
  expect(result.state?.tasks.get(0)?.commitSkipped).toBe('There is no repository to commit to.')
})

test('without an identity the run works and says so', async () => {
  const workspace = makeWorkspace(tasksText('', { run: 'echo a > a.txt', commit: '`feat: a`' }))
  workspace.git('config', '--unset', 'user.name')
  workspace.git('config', '--unset', 'user.email')
  workspace.git('config', 'user.useConfigOnly', 'true')
  for (const name of ['GIT_AUTHOR_NAME', 'GIT_AUTHOR_EMAIL', 'GIT_COMMITTER_NAME', 'GIT_COMMITTER_EMAIL', 'EMAIL'])
    vi.stubEnv(name, undefined)
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null')
  onTestFinished(() => void vi.unstubAllEnvs())
  const result = await drive(workspace)
  expect(result.exitCode).toBe(0)
  expect(result.state?.warnings.map((warning) => warning.code)).toEqual(['no-identity'])
})
