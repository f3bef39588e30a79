import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commitPaths } from '../../../runner/src/git/commit'
import { findRepository } from '../../../runner/src/git/repository'
import { describeOwner } from '../../../runner/src/git/repositoryLock'
import { tryLock } from '../../../runner/src/files/lock'
import { listProcesses } from '../../../runner/src/processes/processTable'
import { drive } from '../../acceptance/drive'
import { makeWorkspace, type Workspace } from '../../acceptance/workspace'

const tasks = '- [ ] 1.1 Task\n  - **Run**: `echo a > a.txt`\n  - **Files**: `a.txt`\n  - **Commit**: `feat: a`\n'

function withHook(script: string): Workspace {
  const workspace = makeWorkspace(tasks)
  workspace.write('.git/hooks/pre-commit', `#!/bin/sh\n${script}\n`)
  chmodSync(join(workspace.root, '.git/hooks/pre-commit'), 0o755)
  return workspace
}

async function hooksOf(workspace: Workspace): Promise<number> {
  const rows = await listProcesses(true)
  return rows.filter((row) => row.environment.includes(`MARK=${workspace.root}`)).length
}

test('a hook that hangs does not hold up a cancel: it is ended, and resume makes the commit', async () => {
  const workspace = withHook('export MARK="$PWD"; sleep 300 & touch .git/hook-began; wait')
  const cancel = new AbortController()
  const driven = await drive(workspace, {
    signal: cancel.signal,
    timing: { cancelGraceMs: 200 },
    onEvent: (event) => {
      if (event.kind !== 'taskTicked') return
      const timer = setInterval(() => {
        if (!existsSync(join(workspace.root, '.git/hook-began'))) return
        clearInterval(timer)
        cancel.abort()
      }, 20)
    },
  })
  expect(driven.exitCode).toBe(130)
  expect(driven.state).toMatchObject({ outcome: 'cancelled', next: `parallel-tasks resume ${workspace.specDir}` })
  expect(driven.state?.reason).toMatch(/hook.*did not end.*resume/)
  expect(driven.state?.tasks.get(0)).toMatchObject({ status: 'success', ticked: true, commit: null })
  expect(await hooksOf(workspace)).toBe(0)
  expect(existsSync(join(workspace.root, '.git/index.lock'))).toBe(false)

  workspace.write('.git/hooks/pre-commit', '#!/bin/sh\n')
  expect((await drive(workspace, { mode: 'resume' })).exitCode).toBe(0)
  expect(workspace.filesOf('feat: a')).toEqual(['a.txt', 'specs/demo/tasks.md'])
})

test('a hook that goes on for ever is ended, and its commit refused with the reason', async () => {
  const workspace = withHook('export MARK="$PWD"; echo linting; sleep 300')
  workspace.write('a.txt', 'a\n')
  const repository = await findRepository(workspace.root)
  if (repository === undefined) throw new Error('no repository')
  const outcome = await commitPaths({ repository, message: 'm', paths: ['a.txt'], indexLockMs: 1000, limitMs: 500 })
  expect(outcome).toMatchObject({ ok: false, kind: 'refused' })
  expect(outcome).toHaveProperty('message', expect.stringMatching(/did not end within .* and was ended.*linting/))
  expect(await hooksOf(workspace)).toBe(0)
  expect(workspace.git('status', '--porcelain').trim()).toBe('?? a.txt')
})

test('what a hook leaves running in the background does not hold the run up', { timeout: 10_000 }, async () => {
  const workspace = withHook('sleep 20 & exit 0')
  expect((await drive(workspace)).exitCode).toBe(0)
  expect(workspace.subjects()).toEqual(['feat: a'])
})

test('a cancel is not held up by another run that has the repository; resume makes the commit', async () => {
  const workspace = makeWorkspace(tasks)
  const path = join(workspace.root, '.git', 'parallel-tasks', 'lock')
  const cancel = new AbortController()
  const others: ReturnType<typeof tryLock>[] = []
  const driven = await drive(workspace, {
    signal: cancel.signal,
    timing: { cancelGraceMs: 100 },
    onEvent: (event) => {
      if (event.kind !== 'finishStarted') return
      others.push(tryLock(path, describeOwner('another', null)))
      setTimeout(() => cancel.abort(), 50)
    },
  })
  expect(driven.exitCode).toBe(130)
  expect(driven.state?.reason).toMatch(new RegExp(`process ${process.pid} of run another.*resume`))
  for (const other of others) if (other.kind === 'taken') other.lock.release()
  expect((await drive(workspace, { mode: 'resume' })).exitCode).toBe(0)
  expect(workspace.subjects()).toEqual(['feat: a'])
})

test('a repository that another run never gives back stops this one with a sentence', async () => {
  const workspace = makeWorkspace(tasks)
  const path = join(workspace.root, '.git', 'parallel-tasks', 'lock')
  const driven = await drive(workspace, {
    timing: { repositoryLockMs: 100 },
    onEvent: (event) => {
      if (event.kind === 'finishStarted') tryLock(path, describeOwner('another', null))
    },
  })
  expect(driven.exitCode).toBe(1)
  expect(driven.state).toMatchObject({ outcome: 'failed', next: `parallel-tasks resume ${workspace.specDir}` })
  expect(driven.state?.reason).toMatch(/is being committed to by process \d+ of run another/)
})
