import { spawn } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockedMessage } from '../../../runner/src/git/commit'
import { findRepository } from '../../../runner/src/git/repository'
import { drive, type Drive, type Driven } from '../../acceptance/drive'
import { makeWorkspace, type Workspace } from '../../acceptance/workspace'

const task = (id: string, name: string): string =>
  `- [ ] ${id} [P] Task ${id}\n  - **Run**: \`echo ${name} >> ${name}.txt; printf '## Completed Tasks\\n- [x] ${id} done\\n' > "$PARALLEL_TASKS_PROGRESS_FILE"\`\n  - **Files**: \`${name}.txt\`\n  - **Commit**: \`feat: ${name}\`\n`
const tasks = `# Tasks\n\n${task('1.1', 'a')}${task('1.2', 'b')}\n## Then\n\n${task('2.1', 'c').replace('[P] ', '')}`

/** A run during which a git that was cut short has left its lock on the index. */
async function lockedOut(how: Drive = {}): Promise<{ workspace: Workspace; lock: string; driven: Driven }> {
  const workspace = makeWorkspace(tasks)
  const lock = join(workspace.root, '.git', 'index.lock')
  const driven = await drive(workspace, {
    timing: { indexLockMs: 100 },
    ...how,
    onEvent: (event) => {
      if (event.kind === 'attemptEnded') writeFileSync(lock, '')
    },
  })
  return { workspace, lock, driven }
}

test('a lock that a dead git left on the index fails no task: the run stops, says what to do, and touches nothing', async () => {
  const { workspace, lock, driven } = await lockedOut({ selection: { kind: 'all' } })
  expect(driven.exitCode).toBe(1)
  expect(driven.events.at(-1)).toMatchObject({
    kind: 'runEnded',
    outcome: 'failed',
    reason: `Git's index is locked by ${lock}, and no git is at work: one was cut short. Delete that file. Then resume: the work is done, only its commits are missing.`,
    next: `parallel-tasks resume ${workspace.specDir}`,
  })
  expect(existsSync(lock)).toBe(true)
  expect([0, 1].map((index) => driven.state?.tasks.get(index))).toMatchObject([
    { status: 'success', ticked: true, merged: true, commit: null },
    { status: 'success', ticked: true, merged: true, commit: null },
  ])
  expect(driven.state?.tasks.has(2)).toBe(false)
  expect(existsSync(join(workspace.specDir, '.parallel-tasks', 'lock'))).toBe(false)
})

test.each(['resume', 'run', 'retry'] as const)('when it is gone, %s makes the commits, once each', async (mode) => {
  const { workspace, lock } = await lockedOut()
  rmSync(lock)
  expect((await drive(workspace, { mode })).exitCode).toBe(0)
  expect(workspace.subjects().slice(0, 2)).toEqual(['feat: a', 'feat: b'])
  expect(workspace.filesOf('feat: b')).toEqual(['b.txt', 'specs/demo/.progress.md', 'specs/demo/tasks.md'])
  expect([workspace.read('a.txt'), workspace.read('b.txt')]).toEqual(['a\n', 'b\n'])
  expect(workspace.subjects()).toHaveLength(mode === 'run' ? 3 : 2)
})

test.each(['resume', 'run'] as const)('as long as it is there, %s says so again and begins nothing', async (mode) => {
  const { workspace } = await lockedOut()
  const again = await drive(workspace, { mode, timing: { indexLockMs: 50 } })
  expect(again.exitCode).toBe(1)
  expect(again.state?.reason).toContain('index.lock')
  expect(again.events.map((event) => event.kind)).not.toContain('attemptStarting')
})

test('resume goes on with the rest of a whole-spec run', async () => {
  const { workspace, lock } = await lockedOut({ selection: { kind: 'all' } })
  rmSync(lock)
  expect((await drive(workspace, { mode: 'resume' })).exitCode).toBe(0)
  expect(workspace.subjects()).toEqual(['feat: a', 'feat: b', 'feat: c'])
})

test.runIf(process.platform === 'linux')('a git that is at work is named', async () => {
  const workspace = makeWorkspace(tasks)
  const child = spawn('git', ['cat-file', '--batch'], { cwd: workspace.root, stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.stdin.end())
  child.stdin.write('HEAD\n')
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const repository = await findRepository(workspace.root)
  expect(repository === undefined ? '' : lockedMessage(repository)).toContain(`Wait for git, process ${child.pid}.`)
})
