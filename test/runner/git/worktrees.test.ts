import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyDocuments } from '../../../runner/src/coordinator/fillWorktree'
import { drive, outline, type Drive } from '../../acceptance/drive'
import { temporaryFolder } from '../../acceptance/temporaryFolder'
import { makeWorkspace } from '../../acceptance/workspace'

const task = (id: string, run: string, commit: string): string =>
  `- [ ] ${id} [P] Task ${id}\n  - **Run**: \`${run}; printf '## Completed Tasks\\n- [x] ${id} done\\n' > "$PARALLEL_TASKS_PROGRESS_FILE"\`\n  - **Commit**: ${commit}\n`

const inWorktrees: Drive = { options: { isolation: 'worktree' } }

test('each task works in a tree of its own; the work comes back in index order as commits, and the trees are gone', async () => {
  const workspace = makeWorkspace(
    `# Tasks\n\n${task('1.1', 'pwd > where-1.txt; ls > seen-1.txt; sleep 0.3', '`feat: one`')}${task('1.2', 'pwd > where-2.txt; ls > seen-2.txt; rm gone.txt', '`feat: two`')}`,
  )
  workspace.write('gone.txt', 'soon')
  workspace.git('add', '.')
  workspace.git('commit', '--quiet', '-m', 'gone')
  const result = await drive(workspace, inWorktrees)

  expect(result.exitCode).toBe(0)
  const places = [1, 2].map((number) => workspace.read(`where-${number}.txt`).trim())
  expect(places).toEqual(
    [0, 1].map((index) => join(workspace.specDir, '.parallel-tasks', 'worktrees', result.runId ?? '', `${index}.1`)),
  )
  expect(workspace.read('seen-1.txt')).not.toContain('where-2')
  expect(workspace.subjects().slice(1)).toEqual(['feat: one', 'feat: two'])
  expect(workspace.filesOf('feat: one')).toEqual(['seen-1.txt', 'where-1.txt'])
  expect(workspace.filesOf('feat: two')).toEqual([
    'gone.txt',
    'seen-2.txt',
    'specs/demo/.progress.md',
    'specs/demo/tasks.md',
    'where-2.txt',
  ])
  expect(workspace.read('specs/demo/.progress.md').match(/^- .*$/gm)).toEqual(['- [x] 1.1 done', '- [x] 1.2 done'])
  expect(places.map((place) => existsSync(place))).toEqual([false, false])
  expect(workspace.git('branch', '--list', 'parallel-tasks/*')).toBe('')
  expect(workspace.git('worktree', 'list').trim().split('\n')).toHaveLength(1)
  expect(workspace.git('status', '--porcelain').trim()).toBe('?? specs/demo/.ralph-state.json')
})

test('two tasks that change different lines of one file fit together', async () => {
  const lines = Array.from({ length: 20 }, (_, at) => `line ${at}`).join('\n')
  const workspace = makeWorkspace(
    `# Tasks\n\n${task('1.1', "sed -i 's/line 2$/first/' shared.txt", '`feat: one`')}${task('1.2', "sed -i 's/line 17$/second/' shared.txt", '`feat: two`')}`,
  )
  workspace.write('shared.txt', `${lines}\n`)
  workspace.git('add', '.')
  workspace.git('commit', '--quiet', '-m', 'shared')
  expect((await drive(workspace, inWorktrees)).exitCode).toBe(0)
  expect(workspace.read('shared.txt')).toBe(
    `${lines.replace('line 2\n', 'first\n').replace('line 17\n', 'second\n')}\n`,
  )
  expect(workspace.filesOf('feat: one')).toEqual(['shared.txt'])
})

test('a conflict fails that task only and keeps its branch and worktree', async () => {
  const workspace = makeWorkspace(
    `# Tasks\n\n${task('1.1', 'echo one > same.txt', '`feat: one`')}${task('1.2', 'echo two > same.txt', '`feat: two`')}${task('1.3', 'echo three > other.txt', '`feat: three`')}`,
  )
  const result = await drive(workspace, inWorktrees)

  expect(result.exitCode).toBe(1)
  expect(result.state?.warnings).toEqual([])
  expect(outline(result.events, 'taskCommitted')).toEqual(['taskCommitted 0', 'taskCommitted 2'])
  const attempt = result.state?.tasks.get(1)?.attempts.at(-1)
  expect(attempt).toMatchObject({ verdict: 'failed', cause: 'conflict', reason: expect.stringContaining('same.txt') })
  expect(workspace.read('same.txt')).toBe('one\n')
  expect(workspace.read('specs/demo/tasks.md').match(/^- \[.\]/gm)).toEqual(['- [x]', '- [ ]', '- [x]'])
  expect(workspace.read('specs/demo/.progress.md')).not.toContain('1.2')
  const branch = workspace.git('branch', '--list', 'parallel-tasks/*').trim()
  expect(branch).toContain('/1.1')
  expect(workspace.git('show', `${branch.replace(/^\+ /, '')}:same.txt`)).toBe('two\n')
  expect(existsSync(attempt?.worktree ?? '')).toBe(true)
})

test('a failed task keeps its worktree with what it did; nothing of it reaches the main one', async () => {
  const workspace = makeWorkspace(`# Tasks\n\n${task('1.1', 'echo half > half.txt; exit 1', '`feat: one`')}`)
  const result = await drive(workspace, inWorktrees)
  expect(result.exitCode).toBe(1)
  expect(existsSync(join(workspace.root, 'half.txt'))).toBe(false)
  expect(existsSync(join(result.state?.tasks.get(0)?.attempts[0]?.worktree ?? '', 'half.txt'))).toBe(true)
})

test('work comes back without commits when they are off', async () => {
  const workspace = makeWorkspace(`# Tasks\n\n${task('1.1', 'echo a > a.txt', '`feat: a`')}`)
  const result = await drive(workspace, { options: { isolation: 'worktree', commit: false } })
  expect(result.exitCode).toBe(0)
  expect(workspace.read('a.txt')).toBe('a\n')
  expect(workspace.subjects()).toEqual([])
})

test('without a repository worktrees are refused before anything starts', async () => {
  const workspace = makeWorkspace(`# Tasks\n\n${task('1.1', 'echo a > a.txt', 'None')}`, { git: false })
  await expect(drive(workspace, inWorktrees)).rejects.toThrow('--isolation worktree needs a git repository')
})

test('ignored files that tasks need are brought in: folders as links, files as copies; nothing from outside, none of it comes back', async () => {
  const workspace = makeWorkspace(
    `# Tasks\n\n${task('1.1', 'cat deps/tool .env > seen.txt; echo changed > .env; ls -a .. > around.txt', '`feat: one`')}`,
  )
  workspace.write('.gitignore', 'deps/\n.env\n')
  workspace.git('add', '.')
  workspace.git('commit', '--quiet', '-m', 'ignore')
  workspace.write('deps/tool', 'tool\n')
  workspace.write('.env', 'SECRET=1\n')
  writeFileSync(join(workspace.root, '..', `${'outside'}-${process.pid}`), 'outside')
  let linked = false
  const result = await drive(workspace, {
    ...inWorktrees,
    worktreeFiles: ['deps/', '.env', 'not-there', `../outside-${process.pid}`, '/etc/hostname'],
    onEvent: (event) => {
      if (event.kind !== 'attemptExited') return
      const tree = join(workspace.specDir, '.parallel-tasks', 'worktrees', event.runId, '0.1')
      linked = lstatSync(join(tree, 'deps')).isSymbolicLink() && !lstatSync(join(tree, '.env')).isSymbolicLink()
      expect(readdirSync(tree)).not.toContain('hostname')
    },
  })
  expect(result).toMatchObject({ exitCode: 0 })
  expect(result.state?.warnings).toEqual([])
  expect(linked).toBe(true)
  expect(workspace.read('seen.txt')).toBe('tool\nSECRET=1\n')
  expect(workspace.read('.env')).toBe('SECRET=1\n')
  expect(workspace.read('around.txt')).not.toContain('outside')
  expect(workspace.read('deps/tool')).toBe('tool\n')
  expect(workspace.filesOf('feat: one')).toEqual([
    'around.txt',
    'seen.txt',
    'specs/demo/.progress.md',
    'specs/demo/tasks.md',
  ])
  expect(workspace.git('worktree', 'list').trim().split('\n')).toHaveLength(1)
})

test('a linked folder that a task replaces by one of its own is no conflict', async () => {
  const workspace = makeWorkspace(
    `# Tasks\n\n${task('1.1', 'rm deps; mkdir deps; echo new > deps/tool; echo a > a.txt', '`feat: one`')}`,
  )
  workspace.write('.gitignore', 'deps/\n')
  workspace.git('add', '.')
  workspace.git('commit', '--quiet', '-m', 'ignore')
  workspace.write('deps/tool', 'old\n')
  expect((await drive(workspace, { ...inWorktrees, worktreeFiles: ['deps'] })).exitCode).toBe(0)
  expect([workspace.read('deps/tool'), workspace.read('a.txt')]).toEqual(['old\n', 'a\n'])
})

test('links, and documents of the spec that come and go while a worktree is filled, do no harm', async () => {
  const from = temporaryFolder('documents')
  const to = join(temporaryFolder('documents'), 'spec')
  writeFileSync(join(from, 'design.md'), 'design')
  writeFileSync(join(from, '.ralph-state.json.123456'), 'half of it')
  symlinkSync(join(from, 'gone'), join(from, 'notes.md'))
  symlinkSync(join(from, 'design.md'), join(from, 'linked.md'))
  mkdirSync(join(from, 'folder'))
  copyDocuments(from, to)
  expect(readdirSync(to)).toEqual(['design.md'])
})

test('what is written through a linked folder would land elsewhere: that is a conflict', async () => {
  const outside = temporaryFolder('outside')
  const workspace = makeWorkspace(`# Tasks\n\n${task('1.1', 'echo a > lib/new.txt', '`feat: one`')}`)
  workspace.write('lib/old.txt', 'old')
  workspace.git('add', '.')
  workspace.git('commit', '--quiet', '-m', 'lib')
  const result = await drive(workspace, {
    ...inWorktrees,
    onEvent: (event) => {
      if (event.kind !== 'attemptExited') return
      renameSync(join(workspace.root, 'lib'), join(workspace.root, 'lib-moved'))
      symlinkSync(outside, join(workspace.root, 'lib'))
    },
  })
  expect(result.state?.tasks.get(0)?.attempts.at(-1)).toMatchObject({ cause: 'conflict' })
  expect(readdirSync(outside)).toEqual([])
})

test('a success whose work git cannot keep has failed, and its worktree stays', async () => {
  const workspace = makeWorkspace(`# Tasks\n\n${task('1.1', 'echo a > a.txt', '`feat: one`')}`)
  const result = await drive(workspace, {
    ...inWorktrees,
    onEvent: (event) => {
      if (event.kind === 'attemptExited') workspace.write('.git/worktrees/0.1/index.lock', '')
    },
  })
  const attempt = result.state?.tasks.get(0)?.attempts.at(-1)
  expect(attempt).toMatchObject({ cause: 'no-worktree', reason: expect.stringContaining('index.lock') })
  expect(existsSync(join(attempt?.worktree ?? '', 'a.txt'))).toBe(true)
})

test('submodules are empty in worktrees: that is told, and what a task writes into one is not lost', async () => {
  const workspace = makeWorkspace(
    `# Tasks\n\n${task('1.1', 'echo a > a.txt', '`feat: one`')}${task('1.2', 'echo b > lib/b.txt', '`feat: two`')}`,
  )
  workspace.write('.gitmodules', '[submodule "lib"]\n\tpath = lib\n\turl = ../lib\n')
  workspace.git('update-index', '--add', '--cacheinfo', `160000,${workspace.git('rev-parse', 'HEAD').trim()},lib`)
  workspace.git('add', '.gitmodules')
  workspace.git('commit', '--quiet', '-m', 'lib')

  const { state, events } = await drive(workspace, inWorktrees)

  const warnings = state?.warnings.map(({ code, message }) => `${code}: ${message}`) ?? []
  expect(warnings.filter((warning) => warning.startsWith('empty-submodules'))).toEqual([
    'empty-submodules: Submodules are empty in worktrees (lib); run tasks that need them with --isolation shared.',
  ])
  expect(warnings.filter((warning) => warning.startsWith('worktree-kept'))).toEqual([
    expect.stringContaining('something was written into its submodule lib'),
  ])
  const places = events.flatMap((event) => (event.kind === 'attemptStarting' ? (event.worktree ?? []) : []))
  expect(places).toHaveLength(2)
  expect(places.filter((place) => existsSync(place))).toHaveLength(1)
  expect(places.filter((place) => existsSync(join(place, 'lib', 'b.txt')))).toHaveLength(1)
})
