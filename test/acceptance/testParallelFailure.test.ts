import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drive, outline } from './drive'
import { makeWorkspace } from './workspace'

const task = (id: string, name: string, command: string): string => `- [ ] ${id} [P] Create ${name}
  - **Do**: Create it
  - **Run**: \`printf '## Completed Tasks\\n- [x] ${id} Create ${name}\\n\\n## Learnings\\n- about ${name}\\n' > "$PARALLEL_TASKS_PROGRESS_FILE"; ${command}\`
  - **Files**: \`${name}.txt\`
  - **Done when**: it is there
  - **Verify**: \`test -f ${name}.txt\`
  - **Commit**: \`feat: ${name}\`
`

const tasks = `# Tasks: test-parallel-failure

## Phase 1

${task('1.1', 'a', 'echo a > a.txt')}${task('1.2', 'b', 'if [ -e ready ]; then echo b > b.txt; else echo half > b.txt; exit 3; fi')}${task('1.3', 'c', 'echo c > c.txt')}`

test('one of three fails: two ticks, the progress of the successes, exit code 1, and retry completes the group', async () => {
  const workspace = makeWorkspace(tasks)
  workspace.write('.git/info/exclude', 'ready\n')
  const first = await drive(workspace)

  expect(first.exitCode).toBe(1)
  expect(workspace.read('specs/demo/tasks.md').match(/^- \[.\] \S+/gm)).toEqual(['- [x] 1.1', '- [ ] 1.2', '- [x] 1.3'])
  expect(workspace.read('specs/demo/.progress.md').match(/^- .*$/gm)).toEqual([
    '- [x] 1.1 Create a',
    '- [x] 1.3 Create c',
    '- about a',
    '- about c',
  ])
  expect(workspace.subjects()).toEqual(['feat: a', 'feat: c'])
  expect(workspace.git('status', '--porcelain').trim().split('\n')).toContain('?? b.txt')
  expect(JSON.parse(workspace.read('specs/demo/.ralph-state.json'))).toMatchObject({
    taskIndex: 0,
    taskIteration: 1,
    taskResults: {
      '0': { status: 'success' },
      '1': { status: 'failed', error: 'It exited with code 3.' },
      '2': { status: 'success' },
    },
  })
  expect(leftovers(workspace.specDir)).toEqual([])
  const log = first.state?.tasks.get(1)?.attempts[0]?.log ?? ''
  expect(existsSync(join(workspace.specDir, '.parallel-tasks', 'runs', first.runId ?? '', log))).toBe(true)
  expect(first.events.at(-1)).toMatchObject({
    kind: 'runEnded',
    outcome: 'failed',
    reason: '1.2 Create b: It exited with code 3.',
  })

  workspace.write('ready', '')
  const second = await drive(workspace, { mode: 'retry' })
  expect(second.exitCode).toBe(0)
  expect(second.runId).toBe(first.runId)
  expect(outline(second.events, 'attemptStarted', 'attemptEnded')).toEqual([
    'attemptStarted 1',
    'attemptEnded 1 success',
  ])
  expect(second.state?.tasks.get(1)?.attempts.map((attempt) => [attempt.attempt, attempt.verdict])).toEqual([
    [1, 'failed'],
    [2, 'success'],
  ])
  expect(workspace.read('specs/demo/tasks.md').match(/^- \[.\] \S+/gm)).toEqual(['- [x] 1.1', '- [x] 1.2', '- [x] 1.3'])
  expect(workspace.subjects()).toEqual(['feat: a', 'feat: c', 'feat: b'])
  expect(workspace.filesOf('feat: b')).toEqual(['b.txt', 'specs/demo/.progress.md', 'specs/demo/tasks.md'])
  expect(JSON.parse(workspace.read('specs/demo/.ralph-state.json'))).toMatchObject({
    taskIndex: 3,
    taskIteration: 2,
    taskResults: { '0': { status: 'success' }, '1': { status: 'success' }, '2': { status: 'success' } },
  })
})

test('--retry tries a failed task again within the run', async () => {
  const workspace = makeWorkspace(tasks.replace('if [ -e ready ]', 'if [ "$PARALLEL_TASKS_ATTEMPT" = 3 ]'))
  const result = await drive(workspace, { options: { retries: 2 } })

  expect(result.exitCode).toBe(0)
  expect(outline(result.events, 'attemptEnded').filter((line) => line.includes(' 1 '))).toEqual([
    'attemptEnded 1 failed',
    'attemptEnded 1 failed',
    'attemptEnded 1 success',
  ])
  expect(workspace.subjects()).toEqual(['feat: a', 'feat: b', 'feat: c'])
})

test('retry with nothing failed says so and changes nothing', async () => {
  const workspace = makeWorkspace(tasks)
  workspace.write('ready', '')
  await drive(workspace)
  const before = workspace.git('rev-parse', 'HEAD')
  const again = await drive(workspace, { mode: 'retry' })
  expect(again).toMatchObject({
    exitCode: 0,
    runId: null,
    messages: ['Nothing to retry: no task of the last batch failed.'],
  })
  expect(workspace.git('rev-parse', 'HEAD')).toBe(before)
})

function leftovers(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('.progress-task'))
}

test('a group that was tried twice counts as tried twice, however many of its tasks were', async () => {
  const failing = ['1.1', '1.2', '1.3'].map((id) => `- [ ] ${id} [P] Fails\n  - **Run**: \`exit 1\`\n`).join('')
  const workspace = makeWorkspace(failing)
  expect((await drive(workspace, { options: { retries: 1 } })).exitCode).toBe(1)
  expect(JSON.parse(workspace.read('specs/demo/.ralph-state.json'))).toMatchObject({ taskIteration: 2 })
  expect((await drive(workspace, { mode: 'retry' })).exitCode).toBe(1)
  expect(JSON.parse(workspace.read('specs/demo/.ralph-state.json'))).toMatchObject({ taskIteration: 4 })
})
