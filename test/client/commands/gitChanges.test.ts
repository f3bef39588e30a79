import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunState } from '#core/run/runState'
import { changesOfCommits, changesOfTask } from '../../../client/src/commands/gitChanges'
import { attemptEnded, attemptStarting, batchStarted, runStarted, stateAfter } from '../journalFixture'

let root = ''
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
    cwd: root,
    encoding: 'utf8',
  }).trim()

function commit(file: string, text: string): string {
  writeFileSync(join(root, file), text)
  git('add', '--all')
  git('commit', '--quiet', '--message', file)
  return git('rev-parse', 'HEAD')
}

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'parallel-tasks-diff-')))
  git('init', '--quiet', '--initial-branch=main')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A run whose task 1 failed after it had changed these files, in a worktree of its own or without. */
function over(changedFiles: readonly string[] | null, worktree: string | null = null): RunState {
  const state = stateAfter(runStarted({ root }), batchStarted, attemptStarting(1), attemptEnded(1, 'failed', 'No.'))
  const task = taskOne(state)
  const attempts = task.attempts.map((attempt) => ({ ...attempt, changedFiles, worktree }))
  return { ...state, tasks: new Map([[1, { ...task, attempts }]]) }
}

describe('the changes of a task', () => {
  it('are those of its commit against the one before, also when more came after', async () => {
    const before = commit('a.txt', 'one\n')
    const own = commit('b.txt', 'two\n')
    commit('c.txt', 'three\n')
    const state = committed(own)
    expect(await changesOfTask(state, root, taskOne(state))).toEqual({ root, from: before, to: own, files: ['b.txt'] })
  })

  it('are all of it for the first commit of a repository', async () => {
    const own = commit('a.txt', 'one\n')
    const state = committed(own)
    expect((await changesOfTask(state, root, taskOne(state)))?.files).toEqual(['a.txt'])
  })

  it('are what its own files hold beyond the last commit when it has none', async () => {
    commit('a.txt', 'one\n')
    for (const file of ['a.txt', 'new.txt', 'other.txt']) writeFileSync(join(root, file), 'changed\n')
    const state = over(['a.txt', 'new.txt', 'same.txt'])
    expect(await changesOfTask(state, root, taskOne(state))).toEqual({
      root,
      from: 'HEAD',
      to: null,
      files: ['a.txt', 'new.txt'],
    })
  })

  it('are what its kept worktree holds beyond the commit it began with', async () => {
    const base = commit('a.txt', 'one\n')
    const tree = join(root, '.trees', 'one')
    git('worktree', 'add', '--quiet', '-b', 'one', tree)
    mkdirSync(join(root, 'run'))
    writeFileSync(join(root, 'run', 'task-1.1.worktree.json'), JSON.stringify({ path: tree, branch: 'one', base }))
    writeFileSync(join(tree, 'b.txt'), 'two\n')
    execFileSync('git', ['add', '--all'], { cwd: tree })
    const state = over(null, tree)
    expect(await changesOfTask(state, join(root, 'run'), taskOne(state))).toEqual({
      root: tree,
      from: base,
      to: null,
      files: ['b.txt'],
    })
  })

  it('are none when its commit is gone, or nothing of it is left', async () => {
    commit('a.txt', 'one\n')
    const gone = committed('f'.repeat(40))
    expect(await changesOfTask(gone, root, taskOne(gone))).toBeUndefined()
    const state = over(['a.txt'])
    expect(await changesOfTask(state, root, taskOne(state))).toBeUndefined()
  })
})

it('takes several commits as one stretch of history', async () => {
  const before = commit('a.txt', 'one\n')
  const [second, third] = [commit('b.txt', 'two\n'), commit('c.txt', 'three\n')]
  // Whatever order they are told in, and though one second has them all.
  for (const told of [
    [third, second],
    [second, third],
  ])
    expect(await changesOfCommits(root, told)).toEqual({
      root,
      from: before,
      to: third,
      files: ['b.txt', 'c.txt'],
    })
  expect(await changesOfCommits(root, [])).toBeUndefined()
})

function committed(sha: string) {
  return stateAfter(runStarted({ root }), batchStarted, attemptStarting(1), attemptEnded(1, 'success'), {
    kind: 'taskCommitted',
    index: 1,
    sha,
    files: [],
  })
}

function taskOne(state: RunState) {
  const task = state.tasks.get(1)
  if (task === undefined) throw new Error('The run of this test has no task 1.')
  return task
}
