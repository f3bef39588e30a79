import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drive, outline } from './drive'
import { makeWorkspace } from './workspace'

const creates = (id: string, marker: string, name: string): string => `- [ ] ${id} ${marker}Create ${name}
  - **Do**: Create it
  - **Run**: \`echo ${id} >> order.log; echo ${name} > ${name}.txt; printf '## Completed Tasks\\n- [x] ${id} Create ${name}\\n' >> "$PARALLEL_TASKS_PROGRESS_FILE"\`
  - **Files**: \`${name}.txt\`
  - **Done when**: it is there
  - **Verify**: \`test -f ${name}.txt\`
  - **Commit**: \`feat: ${name}\`
`

const tasks = `# Tasks: test-parallel-mixed

## Phase 1

${creates('1.1', '[P] ', 'a')}${creates('1.2', '[P] ', 'b')}
- [ ] 1.3 [VERIFY] Quality checkpoint
  - **Do**: Look at both
  - **Verify**: \`ls a.txt b.txt | wc -l\` shows 2 files
  - **Done when**: both are there
  - **Commit**: \`chore: checkpoint\` (only if fixes needed)

${creates('1.4', '[P] ', 'c')}${creates('1.5', '[P] ', 'd')}${creates('1.6', '', 'e')}`

test('a mixed spec runs with --all as group, checkpoint, group, single task', async () => {
  const workspace = makeWorkspace(tasks)
  workspace.write('.git/info/exclude', 'order.log\n')
  const result = await drive(workspace, { selection: { kind: 'all' } })

  expect(result.state?.batches.map((batch) => [batch.indices, batch.parallel])).toEqual([
    [[0, 1], true],
    [[2], false],
    [[3, 4], true],
    [[5], false],
  ])
  expect(outline(result.events, 'attemptEnded').map((line) => line.split(' ')[2])).toEqual(
    Array<string>(6).fill('success'),
  )
  expect(result).toMatchObject({ exitCode: 0, specComplete: true })
  const order = workspace.read('order.log').trim().split('\n')
  expect(order.slice(0, 2).sort()).toEqual(['1.1', '1.2'])
  expect(order.slice(2, 4).sort()).toEqual(['1.4', '1.5'])
  expect(order.slice(4)).toEqual(['1.6'])
  expect(workspace.subjects()).toEqual(['feat: a', 'feat: b', 'feat: c', 'feat: d', 'feat: e'])
  expect(workspace.read('specs/demo/tasks.md')).toBe(tasks.replaceAll('- [ ]', '- [x]'))
  expect(result.events.at(-1)).toMatchObject({ kind: 'runEnded', outcome: 'success', specComplete: true })
})

test('a checkpoint that passes needs no executor, and changes nothing to commit', async () => {
  const workspace = makeWorkspace(tasks.replace(/- \[ \] 1\.[12]/g, (box) => box.replace('[ ]', '[x]')))
  workspace.write('a.txt', '')
  workspace.write('b.txt', '')
  const result = await drive(workspace)

  expect(
    outline(result.events, 'attemptStarted', 'verifyStarted', 'verifyEnded', 'attemptEnded', 'commitSkipped'),
  ).toEqual(['verifyStarted 2', 'verifyEnded 2', 'attemptEnded 2 success', 'commitSkipped 2'])
  expect(workspace.subjects()).toEqual([])
})

test('a checkpoint whose count is wrong fails, says so, and stops the run before the next group', async () => {
  const workspace = makeWorkspace(tasks.replace('ls a.txt b.txt', 'ls a.txt'))
  const result = await drive(workspace, { selection: { kind: 'all' } })

  expect(result.exitCode).toBe(1)
  expect(result.state?.tasks.get(2)?.attempts.at(-1)).toMatchObject({
    verdict: 'failed',
    cause: 'verify-failed',
    reason: 'Verify `ls a.txt | wc -l` showed 1, expected 2.',
  })
  expect(result.state?.batches.length).toBe(2)
  expect(workspace.read('specs/demo/tasks.md').match(/^- \[x\]/gm)?.length).toBe(2)
})

test('a spec without [P] runs one task after the other and writes straight to .progress.md', async () => {
  const workspace = makeWorkspace(`# Tasks\n\n## Phase 1\n\n${creates('1.1', '', 'a')}${creates('1.2', '', 'b')}`)
  workspace.write('.git/info/exclude', 'order.log\n')
  const seen: string[] = []
  const result = await drive(workspace, {
    selection: { kind: 'all' },
    onEvent: (event) => {
      if (event.kind === 'attemptStarting') seen.push(event.progressFile, ...temporary(workspace.specDir))
      if (event.kind === 'attemptEnded') seen.push(...temporary(workspace.specDir))
    },
  })
  expect(result.exitCode).toBe(0)
  expect(seen).toEqual(['.progress.md', '.progress.md'])
  expect(result.state?.batches.map((batch) => batch.parallel)).toEqual([false, false])
  expect(workspace.subjects()).toEqual(['feat: a', 'feat: b'])
  expect(workspace.filesOf('feat: a')).toEqual(['a.txt', 'specs/demo/.progress.md', 'specs/demo/tasks.md'])
  expect(JSON.parse(workspace.read('specs/demo/.ralph-state.json'))).toMatchObject({
    taskIndex: 2,
    parallelGroup: { startIndex: 1, endIndex: 1, taskIndices: [1], isParallel: false },
  })
})

test('a lone [P] task runs as a single one, without a progress file of its own', async () => {
  const workspace = makeWorkspace(`# Tasks\n\n## Phase 1\n\n${creates('1.1', '[P] ', 'a')}${creates('1.2', '', 'b')}`)
  const result = await drive(workspace)
  expect(result.state?.batches).toMatchObject([{ parallel: false, indices: [0] }])
  expect(result.state?.tasks.get(0)?.attempts[0]?.progressFile).toBe('.progress.md')
  expect(workspace.read('specs/demo/.progress.md')).toContain('1.1 Create a')
})

function temporary(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('.progress-task'))
}
