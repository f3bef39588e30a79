import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownIdentity } from '../../../runner/src/processes/identity'
import { UserError } from '../../../runner/src/userError'
import { drive, type Drive } from '../../acceptance/drive'
import { temporaryFolder } from '../../acceptance/temporaryFolder'
import { makeWorkspace, type Workspace } from '../../acceptance/workspace'

const good = '- [ ] 1.1 Task\n  - **Run**: `echo a > a.txt`\n'

async function refusal(workspace: Workspace, how: Drive = {}): Promise<string> {
  const error = await drive(workspace, how).then(
    () => new Error('nothing was refused'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(UserError)
  expect(existsSync(join(workspace.root, 'a.txt'))).toBe(false)
  return error instanceof Error ? error.message : ''
}

test.each([
  [
    'an unknown executor',
    good,
    { options: { executor: 'nobody' } },
    /no executor "nobody"; known are auto, shell, verify, claude/,
  ],
  [
    'an executor that is not installed',
    good,
    { options: { executor: 'codex' }, env: { PATH: '' } },
    /needs the program "codex"/,
  ],
  ['no agent at all', good, { options: { executor: 'auto' }, env: { PATH: '' } }, /No coding agent was found/],
  [
    'a task that is not there',
    good,
    { selection: { kind: 'tasks', names: ['9.9'] } },
    /no task "9.9"; the file has 1.1/,
  ],
  [
    'an id that is there twice',
    `${good}${good}`,
    { selection: { kind: 'tasks', names: ['1.1'] } },
    /used 2 times \(line 1 is #0, line 3 is #1\)/,
  ],
  ['a file without tasks', '# Nothing\n', {}, /has no tasks/],
  ['prose for the shell', '- [ ] 1.1 Task\n  - **Do**: Think\n', {}, /no commands for the executor "shell"/],
  [
    'a path out of the workspace',
    `${good}  - **Files**: \`../../other/a.ts\`\n`,
    {},
    /names \.\.\/\.\.\/other\/a\.ts, which lies outside/,
  ],
  ['an absolute path', `${good}  - **Files**: \`/etc/passwd\`\n`, {}, /names \/etc\/passwd, which lies outside/],
  ['a limit out of range', good, { options: { maxConcurrent: 99 } }, /whole number from 1 to 32, not 99/],
] as const)('%s is refused before anything starts', async (_what, tasks, how, message) => {
  const workspace = makeWorkspace(tasks)
  const before = workspace.git('status', '--porcelain')
  expect(await refusal(workspace, how as Drive)).toMatch(message)
  expect(existsSync(join(workspace.specDir, '.parallel-tasks'))).toBe(false)
  expect(workspace.git('status', '--porcelain')).toBe(before)
})

test('a symbolic link out of the workspace is followed before the check', async () => {
  const workspace = makeWorkspace(`${good}  - **Files**: \`out/new.ts\`\n`)
  symlinkSync(tmpdir(), join(workspace.root, 'out'))
  expect(await refusal(workspace)).toMatch(
    /Task 1\.1 Task \(line 1\) names out\/new\.ts, which leads out of the workspace/,
  )
})

test('a symbolic link to what is not there yet is followed too', async () => {
  const workspace = makeWorkspace(`${good}  - **Files**: \`out/new.ts\`\n`)
  symlinkSync(join(tmpdir(), 'not-there-yet'), join(workspace.root, 'out'))
  expect(await refusal(workspace)).toMatch(/names out\/new\.ts, which leads out of the workspace/)
})

test.each(['.parallel-tasks', '.ralph-state.json', '.progress.md'])(
  'a spec in which %s leads out of the workspace is refused before anything is written there',
  async (name) => {
    const workspace = makeWorkspace(good)
    const outside = temporaryFolder('outside')
    const target = name === '.parallel-tasks' ? outside : join(outside, 'file')
    symlinkSync(target, join(workspace.specDir, name))
    expect(await refusal(workspace)).toMatch(`${name} leads out of the workspace through a symbolic link`)
    expect(readdirSync(outside)).toEqual([])
  },
)

test('links within the workspace are fine', async () => {
  const workspace = makeWorkspace(good)
  mkdirSync(join(workspace.root, 'runs'))
  symlinkSync(join(workspace.root, 'runs'), join(workspace.specDir, '.parallel-tasks'))
  expect((await drive(workspace)).exitCode).toBe(0)
})

test('a corrupt state file is refused and left as it was', async () => {
  const workspace = makeWorkspace(good)
  workspace.write('specs/demo/.ralph-state.json', '{"taskIndex": ')
  expect(await refusal(workspace)).toMatch(/\.ralph-state\.json is not .*JSON/)
  expect(workspace.read('specs/demo/.ralph-state.json')).toBe('{"taskIndex": ')
})

test('a spec that is being run is refused with the name of the one who runs it', async () => {
  const workspace = makeWorkspace(good)
  mkdirSync(join(workspace.specDir, '.parallel-tasks'))
  const { pid, start } = ownIdentity()
  const owner = {
    pid,
    pidStart: start,
    host: hostname(),
    user: 'somebody',
    runId: 'r',
    socket: null,
    startedAt: '2026-11-22T10:00:00Z',
  }
  writeFileSync(join(workspace.specDir, '.parallel-tasks', 'lock'), JSON.stringify(owner))
  expect(await refusal(workspace)).toMatch(`is being run already by process ${pid} (somebody on ${hostname()}`)
})

test('resume and retry without a run are refused', async () => {
  expect(await refusal(makeWorkspace(good), { mode: 'resume' })).toMatch(/no run of .* to resume/)
  expect(await refusal(makeWorkspace(good), { mode: 'retry' })).toMatch(/no run of .* to retry/)
})

test('a dry run tells what would run and changes nothing', async () => {
  const workspace = makeWorkspace(
    `- [ ] 1.1 [P] A\n  - **Run**: \`true\`\n- [ ] 1.2 [P] B\n  - **Run**: \`true\`\n- [ ] 1.3 C\n  - **Run**: \`true\`\n`,
  )
  const result = await drive(workspace, { selection: { kind: 'all' }, dryRun: true })
  expect(result.planned?.map((batch) => [batch.parallel, batch.tasks.map((task) => task.id)])).toEqual([
    [true, ['1.1', '1.2']],
    [false, ['1.3']],
  ])
  expect(result.description?.slice(1)).toEqual([
    '1. 2 tasks in parallel',
    '   1.1 A',
    '   1.2 B',
    '2. one task',
    '   1.3 C',
  ])
  expect(existsSync(join(workspace.specDir, '.parallel-tasks'))).toBe(false)
})

test('a finished spec has nothing to run', async () => {
  const workspace = makeWorkspace(good.replace('[ ]', '[x]'))
  const result = await drive(workspace, { selection: { kind: 'all' } })
  expect(result).toMatchObject({
    exitCode: 0,
    runId: null,
    specComplete: true,
    messages: ['Nothing to run: every task of demo is done.'],
  })
})
