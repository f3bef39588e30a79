import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { agent } from '../../acceptance/agents'
import { drive, outline } from '../../acceptance/drive'
import { makeWorkspace, type Workspace } from '../../acceptance/workspace'

const checkpoint = `# Tasks

- [ ] 1.1 [VERIFY] Checkpoint
  - **Do**: Check, and repair what is broken
  - **Verify**: \`test -e repaired\`
  - **Commit**: \`fix: repair\` (only if fixes needed)
`

test('a checkpoint that fails is handed to the executor, and judged again', async () => {
  const workspace = makeWorkspace(checkpoint)
  const definition = agent('env', { detail: join(workspace.root, 'repaired') })
  const result = await drive(workspace, { options: { executor: 'fake' }, executors: { fake: definition } })
  expect(outline(result.events, 'verifyStarted', 'attemptStarted', 'verifyEnded', 'attemptEnded')).toEqual([
    'verifyStarted 0',
    'verifyEnded 0',
    'attemptStarted 0',
    'verifyStarted 0',
    'verifyEnded 0',
    'attemptEnded 0 success',
  ])
  expect(workspace.filesOf('fix: repair')).toEqual(['repaired', 'specs/demo/.progress.md', 'specs/demo/tasks.md'])
})

test('a checkpoint is tried again up to the retry limit, then the run stops with the reason and the next step', async () => {
  const workspace = makeWorkspace(`${checkpoint}- [ ] 1.2 After\n  - **Do**: x\n`)
  const result = await drive(workspace, {
    selection: { kind: 'all' },
    options: { executor: 'fake', retries: 2 },
    executors: { fake: agent('good') },
  })
  expect(outline(result.events, 'attemptEnded')).toEqual(Array<string>(3).fill('attemptEnded 0 failed'))
  expect(result.events.at(-1)).toMatchObject({
    outcome: 'failed',
    reason: '1.1 Checkpoint: Verify `test -e repaired` exited with 1.',
    next: `parallel-tasks retry ${workspace.specDir}`,
  })
  expect(JSON.parse(workspace.read('specs/demo/.ralph-state.json'))).toMatchObject({ taskIndex: 0, taskIteration: 3 })
})

test('the verify executor finds the tasks that are done already', async () => {
  const workspace = makeWorkspace(
    '# Tasks\n\n- [ ] 1.1 A\n  - **Verify**: `test -e a`\n- [ ] 1.2 B\n  - **Verify**: `test -e b`\n',
  )
  workspace.write('a', '')
  const result = await drive(workspace, { selection: { kind: 'all' }, options: { executor: 'verify' } })
  expect(outline(result.events, 'attemptStarted', 'attemptEnded')).toEqual([
    'attemptEnded 0 success',
    'attemptEnded 1 failed',
  ])
  expect(workspace.read('specs/demo/tasks.md').match(/^- \[.\]/gm)).toEqual(['- [x]', '- [ ]'])
})

test('tasks asked for by name run in document order, side by side where the group allows it', async () => {
  const run = (id: string, marker = ''): string =>
    `- [ ] ${id} ${marker}T\n  - **Run**: \`true\`\n  - **Commit**: None\n`
  const workspace = makeWorkspace(
    `# Tasks\n\n${run('1.1')}${run('1.2', '[P] ')}${run('1.3', '[P] ')}${run('1.4', '[P] ')}${run('1.5')}`,
  )
  const result = await drive(workspace, { selection: { kind: 'tasks', names: ['1.5', '1.4', '1.2'] } })
  expect(result.state?.batches.map((batch) => [batch.indices, batch.parallel])).toEqual([
    [[1, 3], true],
    [[4], false],
  ])
  expect(JSON.parse(workspace.read('specs/demo/.ralph-state.json'))).toMatchObject({ taskIndex: 0 })
})

test('lines put in above while a batch runs do not lead the ticks astray, and the next batch is planned anew', async () => {
  const workspace = makeWorkspace(
    '# Tasks\n\n- [ ] 1.1 A\n  - **Run**: `true`\n  - **Commit**: None\n- [ ] 1.2 B\n  - **Run**: `true`\n  - **Commit**: None\n',
  )
  const before = workspace.read('specs/demo/tasks.md')
  const result = await drive(workspace, {
    selection: { kind: 'all' },
    onEvent: (event) => {
      if (event.kind === 'attemptEnded' && event.index === 0 && !workspace.read('specs/demo/tasks.md').includes('0.9'))
        workspace.write('specs/demo/tasks.md', before.replace('# Tasks\n', '# Tasks\n\n- [x] 0.9 Put in\n'))
    },
  })
  expect(result.exitCode).toBe(0)
  expect(workspace.read('specs/demo/tasks.md').match(/^- \[.\] \S+/gm)).toEqual(['- [x] 0.9', '- [x] 1.1', '- [x] 1.2'])
})

test('a task that is gone from the file keeps its result in the journal, with a warning; resume ticks it when it is back', async () => {
  const workspace = makeWorkspace('# Tasks\n\n- [ ] 1.1 A\n  - **Run**: `true`\n  - **Commit**: None\n')
  const before = workspace.read('specs/demo/tasks.md')
  const result = await drive(workspace, {
    onEvent: (event) => {
      if (event.kind === 'attemptEnded')
        workspace.write('specs/demo/tasks.md', before.replace('1.1 A', '1.1 Another title'))
    },
  })
  expect(result.state?.warnings.map((warning) => warning.code)).toContain('tick-refused')
  expect(workspace.read('specs/demo/tasks.md')).toContain('- [ ] 1.1 Another title')
  expect(result.state?.tasks.get(0)).toMatchObject({ status: 'success', ticked: false })

  workspace.write('specs/demo/tasks.md', before)
  expect((await drive(workspace, { mode: 'resume' })).exitCode).toBe(0)
  expect(workspace.read('specs/demo/tasks.md')).toContain('- [x] 1.1 A')
})

/** A second spec in the repository of the first. */
function sibling(workspace: Workspace, tasks: string): Workspace {
  workspace.write('specs/other/tasks.md', tasks)
  workspace.git('add', '.')
  workspace.git('commit', '--quiet', '-m', 'other')
  const specDir = join(workspace.root, 'specs', 'other')
  return { ...workspace, specDir, file: join(specDir, 'tasks.md') }
}

test('two specs of one repository run at the same time, and neither commits the other’s files', async () => {
  const tasks = (name: string): string =>
    `# Tasks\n\n${[1, 2, 3].map((number) => `- [ ] ${number}.1 T${number}\n  - **Run**: \`touch at-work-${name}; while [ ! -e at-work-a ] || [ ! -e at-work-b ]; do sleep 0.02; done; echo x > ${name}${number}.txt\`\n  - **Files**: \`${name}${number}.txt\`\n  - **Commit**: \`feat: ${name}${number}\`\n`).join('')}`
  const one = makeWorkspace(tasks('a'))
  one.write('.git/info/exclude', 'at-work-*\n')
  const two = sibling(one, tasks('b'))
  const results = await Promise.all([one, two].map((workspace) => drive(workspace, { selection: { kind: 'all' } })))
  expect(results.map((result) => result.exitCode)).toEqual([0, 0])
  for (const [name, spec] of [
    ['a', 'demo'],
    ['b', 'other'],
  ])
    for (const number of [1, 2, 3])
      expect(one.filesOf(`feat: ${name}${number}`)).toEqual([`${name}${number}.txt`, `specs/${spec}/tasks.md`])
  expect(existsSync(join(one.root, '.git', 'parallel-tasks', 'lock'))).toBe(false)
})
