import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drive, type Drive, type Driven } from '../../acceptance/drive'
import { makeWorkspace, type Workspace } from '../../acceptance/workspace'

const inWorktrees: Drive = { options: { isolation: 'worktree' } }

/** A group of two in worktrees, in a repository where `setUp` was committed before. */
function group(first: string, second: string, setUp: (workspace: Workspace) => void = () => undefined): Workspace {
  const task = (id: string, run: string): string =>
    `- [ ] ${id} [P] Task ${id}\n  - **Run**: \`${run}\`\n  - **Commit**: \`feat: ${id}\`\n`
  const workspace = makeWorkspace(`# Tasks\n\n${task('1.1', first)}${task('1.2', second)}`)
  setUp(workspace)
  workspace.git('add', '.')
  workspace.git('commit', '--quiet', '--allow-empty', '-m', 'set up')
  return workspace
}

function run(workspace: Workspace, onEvent: Drive['onEvent'] = () => undefined): Promise<Driven> {
  return drive(workspace, { ...inWorktrees, onEvent })
}

const clean = '?? specs/demo/.ralph-state.json'

test('a file that becomes a folder, and a folder that becomes a file, come back', async () => {
  const workspace = group('rm one && mkdir one && echo a > one/in.txt', 'rm -r two && echo b > two', (made) => {
    made.write('one', 'a file')
    made.write('two/x.txt', 'x')
    made.write('two/deep/y.txt', 'y')
  })
  expect((await run(workspace)).exitCode).toBe(0)
  expect([workspace.read('one/in.txt'), workspace.read('two')]).toEqual(['a\n', 'b\n'])
  expect(workspace.git('status', '--porcelain').trim()).toBe(clean)
  expect(workspace.filesOf('feat: 1.1')).toEqual(['one', 'one/in.txt'])
})

test('a folder that holds what git does not know is in the way, and nothing of it is lost', async () => {
  const workspace = group('rm -r two && echo a > two', 'echo b > b.txt', (made) => {
    made.write('.gitignore', 'own.txt\n')
    made.write('two/x.txt', 'x')
  })
  workspace.write('two/own.txt', 'mine')
  expect((await run(workspace)).exitCode).toBe(1)
  expect([workspace.read('two/x.txt'), workspace.read('two/own.txt')]).toEqual(['x', 'mine'])
  expect(workspace.subjects().slice(1)).toEqual(['feat: 1.2'])
})

test('a folder that a task empties goes, as it does in git', async () => {
  const workspace = group('git rm -q -r old', 'echo b > b.txt', (made) => made.write('old/deep/x.txt', 'x'))
  expect((await run(workspace)).exitCode).toBe(0)
  expect(existsSync(join(workspace.root, 'old'))).toBe(false)
})

test('a task that changes the content of a file leaves the mode that its sibling gave it', async () => {
  const workspace = group('chmod +x run.sh', 'echo more >> run.sh', (made) => made.write('run.sh', 'echo\n'))
  expect((await run(workspace)).exitCode).toBe(0)
  expect(statSync(join(workspace.root, 'run.sh')).mode & 0o111).toBe(0o111)
  expect(workspace.read('run.sh')).toBe('echo\nmore\n')
  expect(workspace.git('ls-files', '--stage', 'run.sh')).toMatch(/^100755/)
})

test('what a person changes in the same place during the finish is a conflict: the work stays in its worktree', async () => {
  const workspace = group('echo a > same.txt; echo a > a.txt', 'echo b > b.txt')
  const result = await run(workspace, (event) => {
    if (event.kind === 'taskTicked' && event.index === 0) writeFileSync(join(workspace.root, 'same.txt'), 'mine\n')
  })
  expect(result.exitCode).toBe(1)
  const attempt = result.state?.tasks.get(0)?.attempts.at(-1)
  expect(attempt).toMatchObject({ verdict: 'failed', cause: 'conflict', reason: expect.stringContaining('same.txt') })
  expect(workspace.read('specs/demo/tasks.md').match(/^- \[.\]/gm)).toEqual(['- [ ]', '- [x]'])
  expect(workspace.read('same.txt')).toBe('mine\n')
  expect(
    workspace.git(
      'show',
      `${workspace.git('branch', '--list', '--format=%(refname)', 'parallel-tasks/*').trim()}:a.txt`,
    ),
  ).toBe('a\n')
  expect(workspace.subjects().slice(1)).toEqual(['feat: 1.2'])
})

test('the spec’s documents stay the coordinator’s, whatever an executor does to them in its worktree', async () => {
  const workspace = group(
    'git rm -q -r specs && git commit -q -m own; echo a > a.txt',
    'git rm -q -r specs; echo b > b.txt',
  )
  expect((await run(workspace)).exitCode).toBe(0)
  expect(workspace.filesOf('feat: 1.1')).toEqual(['a.txt'])
  expect(workspace.read('specs/demo/tasks.md').match(/^- \[.\]/gm)).toEqual(['- [x]', '- [x]'])
  expect(workspace.git('status', '--porcelain').trim()).toBe(clean)
})

test('an executor that removes its own worktree has failed, with the reason', async () => {
  const workspace = group('rm -rf "$PWD"', 'echo b > b.txt')
  const result = await run(workspace)
  expect(result.state?.tasks.get(0)?.attempts.at(-1)?.reason).toMatch(
    /could not be kept .*git could not be started in /,
  )
})
