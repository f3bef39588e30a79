import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drive, outline } from './drive'
import { makeWorkspace } from './workspace'

/** Waits until all three have begun: if one had to end before another began, this would wait for ever. */
const barrier = (name: string): string =>
  `mkdir -p .latch && touch .latch/${name} && while [ ! -e .latch/a ] || [ ! -e .latch/b ] || [ ! -e .latch/c ]; do sleep 0.02; done`

const task = (id: string, name: string): string => `- [ ] ${id} [P] Create file ${name}
  - **Do**: Create it
  - **Run**: \`${barrier(name)}; echo ${name} > file-${name}.txt; printf '## Completed Tasks\\n- [x] ${id} Create file ${name}\\n\\n## Learnings\\n- learned ${name}\\n' > "$PARALLEL_TASKS_PROGRESS_FILE"\`
  - **Files**: \`file-${name}.txt\`
  - **Done when**: it is there
  - **Verify**: \`test -f file-${name}.txt\`
  - **Commit**: \`feat(demo): create ${name}\`
`

const tasks = `# Tasks: test-parallel

## Phase 1: Files

${task('1.1', 'a')}
${task('1.2', 'b')}
${task('1.3', 'c')}
`

test('three [P] tasks all start before any ends, and end in three files, ticks, merged progress and three commits', async () => {
  const workspace = makeWorkspace(tasks)
  workspace.write('.git/info/exclude', '.latch\n')
  const result = await drive(workspace, { options: { maxConcurrent: 3, taskTimeoutMs: 30_000 } })

  expect(result.exitCode).toBe(0)
  const order = outline(result.events, 'attemptStarted', 'attemptExited').map((line) => line.split(' ')[0])
  expect(order).toEqual([...Array<string>(3).fill('attemptStarted'), ...Array<string>(3).fill('attemptExited')])
  expect(['a', 'b', 'c'].map((name) => workspace.read(`file-${name}.txt`))).toEqual(['a\n', 'b\n', 'c\n'])
  expect(workspace.read('specs/demo/tasks.md')).toBe(tasks.replaceAll('- [ ]', '- [x]'))
  const progress = workspace.read('specs/demo/.progress.md')
  expect(progress.match(/^- .*$/gm)).toEqual([
    '- [x] 1.1 Create file a',
    '- [x] 1.2 Create file b',
    '- [x] 1.3 Create file c',
    '- learned a',
    '- learned b',
    '- learned c',
  ])
  expect(workspace.subjects()).toEqual(['feat(demo): create a', 'feat(demo): create b', 'feat(demo): create c'])
  expect(workspace.filesOf('feat(demo): create a')).toEqual(['file-a.txt'])
  expect(workspace.filesOf('feat(demo): create b')).toEqual(['file-b.txt'])
  expect(workspace.filesOf('feat(demo): create c')).toEqual([
    'file-c.txt',
    'specs/demo/.progress.md',
    'specs/demo/tasks.md',
  ])
  expect(readdirSync(workspace.specDir).filter((name) => name.startsWith('.progress-task'))).toEqual([])
  expect(existsSync(join(workspace.specDir, '.parallel-tasks', 'lock'))).toBe(false)
  expect(JSON.parse(workspace.read('specs/demo/.ralph-state.json'))).toMatchObject({
    taskIndex: 3,
    totalTasks: 3,
    parallelGroup: { startIndex: 0, endIndex: 2, taskIndices: [0, 1, 2], isParallel: true },
    taskResults: { '0': { status: 'success' }, '1': { status: 'success' }, '2': { status: 'success' } },
  })
})
