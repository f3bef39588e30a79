import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foldRun } from '#core/run/fold'
import { readJournal } from '../../runner/src/files/journal'
import { startOf } from '../../runner/src/processes/identity'
import { drive, outline } from '../acceptance/drive'
import { makeWorkspace, type Workspace } from '../acceptance/workspace'
import { buildCrashingRunner, type CrashingRunner } from './scenario'

let runner: CrashingRunner
beforeAll(async () => {
  runner = await buildCrashingRunner('shared')
})
afterAll(() => runner.remove())

/** The first attempt of task 1.1 goes on for ever, with a child in a session of its own; 1.2 is done at once. */
const tasks = `# Tasks

- [ ] 1.1 [P] Slow
  - **Run**: \`if [ ! -e begun ]; then setsid sleep 600 & echo $! > child; echo $$ > begun; wait; fi; echo a > a.txt; printf '## Completed Tasks\\n- [x] 1.1 Slow\\n' > "$PARALLEL_TASKS_PROGRESS_FILE"\`
  - **Files**: \`a.txt\`
  - **Commit**: \`feat: a\`
- [ ] 1.2 [P] Quick
  - **Run**: \`echo $PARALLEL_TASKS_ATTEMPT >> b.txt; printf '## Completed Tasks\\n- [x] 1.2 Quick\\n' > "$PARALLEL_TASKS_PROGRESS_FILE"\`
  - **Files**: \`b.txt\`
  - **Commit**: \`feat: b\`
`

/** Kills the runner while 1.1 is at work and 1.2 is done. */
async function killInTheMiddle(): Promise<{ workspace: Workspace; pids: readonly number[]; runId: string }> {
  const workspace = makeWorkspace(tasks)
  workspace.write('.git/info/exclude', 'begun\nchild\n')
  const first = runner.start(workspace, 'run')
  await until(() => existsSync(join(workspace.root, 'begun')) && journalSays(workspace, 'attemptEnded'))
  first.kill('SIGKILL')
  await first.exited
  const pids = ['begun', 'child'].map((name) => Number(workspace.read(name)))
  return { workspace, pids, runId: runIds(workspace)[0] ?? '' }
}

test('an executor outlives its runner; resume ends it with its children, keeps the finished sibling and does the rest', async () => {
  const { workspace, pids, runId } = await killInTheMiddle()
  expect(pids.map((pid) => startOf(pid) !== undefined)).toEqual([true, true])
  const result = await drive(workspace, { mode: 'resume' })

  expect(pids.map((pid) => startOf(pid))).toEqual([undefined, undefined])
  expect(result).toMatchObject({ exitCode: 0, runId })
  expect(result.state?.tasks.get(0)?.attempts.map(({ verdict, counts }) => [verdict, counts])).toEqual([
    ['interrupted', false],
    ['success', true],
  ])
  expect(workspace.read('b.txt')).toBe('1\n')
  expect(workspace.subjects()).toEqual(['feat: a', 'feat: b'])
  expect(workspace.read('specs/demo/.progress.md').match(/^- .*$/gm)).toEqual(['- [x] 1.1 Slow', '- [x] 1.2 Quick'])
  expect(JSON.parse(workspace.read('specs/demo/.ralph-state.json'))).toMatchObject({
    taskIteration: 1,
    taskResults: { '0': { status: 'success' }, '1': { status: 'success' } },
  })
})

test('a new run settles the dead one first: its successes are finished, its books closed', async () => {
  const { workspace, pids, runId } = await killInTheMiddle()
  const result = await drive(workspace)

  expect(pids.map((pid) => startOf(pid))).toEqual([undefined, undefined])
  expect(result.exitCode).toBe(0)
  expect(runIds(workspace)).toEqual([runId, result.runId])
  const settled = foldRun(readJournal(join(workspace.specDir, '.parallel-tasks', 'runs', runId)).events)
  expect(settled).toMatchObject({ outcome: 'failed' })
  expect(settled?.tasks.get(1)).toMatchObject({ status: 'success', ticked: true, merged: true })
  expect(
    outline(
      result.events.filter((event) => event.runId !== runId),
      'attemptStarted',
    ),
  ).toEqual(['attemptStarted 0'])
  expect(workspace.subjects()).toEqual(['feat: b', 'feat: a'])
  expect(workspace.read('b.txt')).toBe('1\n')
})

test('of two starts at the same instant one wins, and the other is told who holds the spec', async () => {
  const workspace = makeWorkspace(
    '# Tasks\n\n- [ ] 1.1 A\n  - **Run**: `while [ ! -e go ]; do sleep 0.02; done; echo once >> a.txt`\n  - **Commit**: None\n',
  )
  const both = [runner.start(workspace, 'run'), runner.start(workspace, 'run')]
  const loser = await Promise.race(both.map((one) => one.exited))
  expect(loser.output).toMatch(/is being run already by process \d+ \(.+ on .+, since .+\); wait for it/)
  workspace.write('go', '')
  const ends = await Promise.all(both.map((one) => one.exited))
  expect(new Set(ends.map(({ code }) => code))).toEqual(new Set([0, 2]))
  expect(workspace.read('a.txt')).toBe('once\n')
  expect(runIds(workspace)).toHaveLength(1)
})

function runIds(workspace: Workspace): string[] {
  return readdirSync(join(workspace.specDir, '.parallel-tasks', 'runs')).sort()
}

function journalSays(workspace: Workspace, kind: string): boolean {
  const path = join(workspace.specDir, '.parallel-tasks', 'runs', runIds(workspace)[0] ?? '', 'events.ndjson')
  return readFileSync(path, 'utf8').includes(`"${kind}"`)
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10))
}
